import assert from 'node:assert/strict'
import { ROLES, type Role } from '../../src/kernel/access/role.ts'
import { ACTS } from './two-doors/acts.ts'
import { alike } from './two-doors/alike.ts'
import { type Pair, setPair } from './two-doors/doing.ts'
import { ONE_DOOR, SHOWS, TAB_ONLY } from './two-doors/one-door.ts'
import { ROUTES, VERBS, type Way } from './walk/doors.ts'
import { rowOf } from './walk/rows.ts'

const waysOf = (way: Way | readonly Way[] | undefined) => (way === undefined ? [] : [way].flat())

/** Who may: roles and what ties them to the thing, for each act that the door asks about. */
function rightsAt(way: Way | readonly Way[] | undefined): readonly string[] {
  return waysOf(way)
    .flatMap(({ acts }) => acts.map(rowOf))
    .map(({ roles, relation, refusals }) => JSON.stringify([roles, relation, refusals]))
}

describe('an act through a card and through the tab', () => {
  const pairs = new Map<Role, Pair>()
  after(async () => {
    for (const pair of pairs.values()) await pair.close()
  })

  it('is in the list, or stands there with the reason why it is done by one door alone', () => {
    const named = [...new Set(ACTS.map(({ verb }) => verb)), ...SHOWS, ...Object.keys(ONE_DOOR)]
    assert.deepEqual(named.toSorted(), Object.keys(VERBS).toSorted())
    const called = [...new Set(ACTS.map(({ route }) => route)), ...Object.keys(TAB_ONLY)]
    const writing = Object.keys(ROUTES).filter(route => !route.startsWith('get '))
    assert.deepEqual(called.toSorted(), writing.toSorted())
  })

  // The permission walk checks each door against these rows, for things of every owner.
  it('is held to the same rows of the permission table at both doors', () => {
    for (const { verb, route } of ACTS) {
      const [card, tab] = [rightsAt(VERBS[verb]), rightsAt(ROUTES[route])]
      assert.ok(
        card.some(each => tab.includes(each)),
        `${verb} and ${route}`,
      )
    }
  })

  const pairOf = async (role: Role): Promise<Pair> => {
    const pair = pairs.get(role) ?? (await setPair(role))
    pairs.set(role, pair)
    return pair
  }

  for (const each of ACTS)
    it(`gives the same rows: ${each.verb}, ${each.route}`, async function () {
      this.timeout(20_000)
      const { card, tab } = await (await pairOf(each.role)).both(each)
      assert.equal(card.said, 'done')
      assert.equal(tab.said, 'done')
      assert.ok(card.changes.length > 0, 'nothing was changed')
      assert.deepEqual(alike(each.verb, tab.changes), alike(each.verb, card.changes))
    })

  for (const role of ROLES)
    it(`is done by both doors or refused by both for the same reason to: ${role}`, async function () {
      this.timeout(60_000)
      const pair = await pairOf(role)
      const differing: string[] = []
      const said = new Set<string>()
      for (const each of ACTS) {
        const { card, tab } = await pair.said(each)
        if (card !== tab) differing.push(`${each.verb}: ${card}; ${each.route}: ${tab}`)
        said.add(card)
      }
      assert.deepEqual(differing, [])
      assert.ok(said.size > 1, [...said].join())
      assert.ok(said.has('done'))
    })
})
