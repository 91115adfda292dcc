import assert from 'node:assert/strict'
import { ROLES } from '../../src/kernel/access/role.ts'
import { type OneOfEach, setOneOfEach } from '../support/product/one-of-each.ts'
import { COMMANDS, LINKS, OPEN, QUOTES, ROUTES, SEARCHES, VERBS } from './walk/doors.ts'
import { ROWS, rowOf, TABLES } from './walk/rows.ts'
import { WHOSE } from './walk/things.ts'
import { CHAT, TAB, walk } from './walk/walk.ts'

function mayObserve(verb: string): boolean {
  const acts = [VERBS[verb] ?? []].flat().flatMap(way => way.acts)
  return acts.length > 0 && acts.every(act => rowOf(act).roles.includes('observer'))
}

describe('the permission table', () => {
  let table: OneOfEach
  let tried = 0
  let refused = 0
  let differences = 0
  before(async () => {
    table = await setOneOfEach()
  })
  after(() => table.close())

  it('has one row for each act, each for a role at least', () => {
    const acts = ROWS.map(({ act }) => act)
    assert.deepEqual(acts, [...new Set(acts)])
    assert.deepEqual(
      ROWS.filter(({ roles }) => roles.length === 0),
      [],
    )
    for (const [feature, rows] of Object.entries(TABLES))
      for (const { act } of Object.values(rows)) assert.ok(act.startsWith(`${feature}.`), act)
  })

  it('is walked through every verb, command, quote, search, link, route and file, and asked about every act', () => {
    const { handlers, routes, files } = table.stage.app
    const names = (part: 'verbs' | 'quotes' | 'searches' | 'links') =>
      handlers.flatMap(each => Object.keys(each[part] ?? {})).toSorted()
    const addresses = [...routes, ...files].map(({ method, path }) => `${method} ${path}`)
    const commands = handlers.flatMap(each => each.commands ?? []).map(({ name }) => name)
    assert.deepEqual(names('verbs'), Object.keys(VERBS).toSorted())
    assert.deepEqual(names('quotes'), Object.keys(QUOTES).toSorted())
    assert.deepEqual(names('searches'), Object.keys(SEARCHES).toSorted())
    assert.deepEqual(names('links'), Object.keys(LINKS).toSorted())
    assert.deepEqual(commands.toSorted(), Object.keys(COMMANDS).toSorted())
    assert.deepEqual(addresses.toSorted(), [...Object.keys(ROUTES), ...OPEN].toSorted())
    const ways = [...CHAT, ...TAB].flatMap(door => door.ways)
    const acts = new Set(ways.flatMap(({ acts, shows }) => (shows === undefined ? acts : [...acts, shows])))
    assert.deepEqual([...acts].toSorted(), ROWS.map(({ act }) => act).toSorted())
  })

  for (const role of ROLES) {
    it(`is what both doors obey, whoever the thing belongs to, for: ${role}`, async function () {
      this.timeout(300_000)
      const walked = await walk(role)
      tried += walked.tried
      refused += walked.refused
      differences += walked.differences.length
      assert.deepEqual(walked.differences, [])
      assert.deepEqual(walked.journal, walked.told)
    })
  }

  it('leaves an observer no form and no act that would be refused', async () => {
    const who = { objectId: 'helene', name: 'Hélène Gaubert' }
    await table.actor(who, 'observer')
    const presses = table.presses()
    const said = [await table.stage.as(who).says('idée'), await table.stage.as(who).says('m’engager')]
    for (const reply of said) assert.equal(reply.card.template, 'common/notice')
    const readers = Object.entries(VERBS).filter(([, way]) =>
      [way].flat().every(({ acts: [act] }) => act?.endsWith('.read')),
    )
    for (const [door] of readers) {
      if (door.startsWith('commitments') || door.endsWith('.message')) continue
      const { card } = await table.stage.as(who).presses(door, presses[door])
      const verbs = JSON.stringify(card.data).match(/"(workshops|ideas|ballots|commitments)\.[a-z-]+"/g) ?? []
      const offered = verbs.map(verb => verb.slice(1, -1))
      assert.deepEqual(
        offered.filter(verb => !mayObserve(verb)),
        [],
        door,
      )
      const { canJoin, canLeave, canChange } = card.data as Record<string, boolean>
      assert.ok(!canJoin && !canLeave && !canChange, door)
    }
  })

  it('was walked', function () {
    const counts = [ROWS, ROLES, WHOSE].map(({ length }) => length)
    const [acts, roles, relations] = counts
    const title = `${acts} acts × ${roles} roles × ${relations} relations: ${tried} tries, ${refused} refused`
    if (this.test) this.test.title += `: ${title}, ${differences} differences`
    assert.equal(differences, 0)
  })
})
