import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { lettersOf } from '../../../src/features/attendance/check-in-letters.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import { HOUR } from '../../../src/kernel/time/clock.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { FacilitatorsView, TablesView } from '../../../src/tabs/contract/workshops/tables.ts'
import type { VisitView } from '../../../src/tabs/contract/workshops/visit.ts'
import type { WorkshopView } from '../../../src/tabs/contract/workshops/workshops.ts'
import { fixedClock } from '../../support/product/clock.ts'
import type { Call } from '../../support/product/inputs.ts'
import { callerOf } from '../../support/product/routes.ts'
import { CHANNEL, type Someone, setStage } from '../../support/product/stage.ts'

const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }
const camille = { objectId: 'camille', name: 'Camille Martin' }
const karim = { objectId: 'karim', name: 'Karim Benali' }
const FORM = {
  title: 'Accueillir mieux',
  axis: 'territoires',
  date: '2027-04-22',
  start: '14:00',
  end: '17:00',
  place: 'Carcassonne',
  seats: '48',
  channel: CHANNEL,
}
/** A Thursday, 10 in Paris. */
const NOW = Date.parse('2027-04-22T08:00:00Z')
const DIRECTIONS = ['lycees', 'culture', 'europe']

describe('the tables of a workshop', () => {
  let clock: ReturnType<typeof fixedClock>
  let stage: Awaited<ReturnType<typeof setStage>>
  let workshop: string

  beforeEach(async () => {
    clock = fixedClock(NOW)
    stage = await setStage({ organisers: [maelle.objectId], clock })
    await stage.as(maelle).installs('channel')
    const fields = { ...FORM, nonce: randomIds.nonce() }
    workshop = ((await stage.as(maelle).presses('workshops.publish', fields)).card.data as { id: string }).id
    for (let n = 0; n < 9; n++) await joins(guest(n), DIRECTIONS[n % 3])
  })
  afterEach(() => stage.close())

  const guest = (n: number) => ({ objectId: `guest-${n}`, name: `Invité ${n}` })
  const actorOf = (who: Someone) =>
    stage.app.people.greet({ ...who, tenant: 'aaaaaaaa-0000-4000-8000-000000000001', language: 'fr' })
  async function joins(who: Someone, direction = 'lycees'): Promise<void> {
    await stage.app.people.chooseDirection(await actorOf(who), direction)
    await stage.as(who).presses('workshops.answer', { workshop, answer: 'yes' })
  }
  async function call<T>(method: 'get' | 'put' | 'post', path: string, body?: object, who: Someone = maelle) {
    const request: Call = { params: { id: workshop }, ...(body && { body: { ...body } }) }
    return callerOf(stage.app.routes, await actorOf(who))<T>(method, `/workshops/:id/${path}`, request)
  }
  const draws = (wanted: object, more: object = {}) =>
    call<TablesView>('post', 'tables', { wanted, nonce: randomIds.nonce(), ...more })
  const tableOf = async (who: Someone) => (await call<VisitView>('get', 'visit', undefined, who)).table
  const names = async (who: Someone, table: number | null) =>
    call<FacilitatorsView>('put', 'facilitators', { person: (await actorOf(who)).id, table })
  const sizes = ({ tables }: TablesView) => tables.map(({ people }) => people.length)
  const told = ({ objectId }: Someone) =>
    [...stage.sent.values()].filter(({ to }) => to === `chat-${objectId}`).map(({ summary }) => summary)
  const code = (wanted: string) => (error: unknown) => error instanceof Refusal && error.code === wanted

  it('mix Directions: each has one of each before any has two', async () => {
    const drawn = await draws({ tables: 3 })
    assert.deepEqual(sizes(drawn), [3, 3, 3])
    const people = new Map(
      (
        await stage.app.database.read(tx =>
          open(tx).selectFrom('registration').select(['person_id', 'direction']).execute(),
        )
      ).map(row => [row.person_id, row.direction]),
    )
    for (const { people: sitting } of drawn.tables)
      assert.deepEqual(sitting.map(({ id }) => people.get(id)).toSorted(), DIRECTIONS.toSorted())
  })

  it('are seen by nobody until they are shown, then by each for themselves', async () => {
    assert.equal((await call<TablesView>('get', 'tables')).draw, undefined)
    const drawn = await draws({ size: 4 })
    assert.deepEqual([drawn.draw?.tables, drawn.draw?.shownAt], [3, undefined])
    assert.equal(await tableOf(guest(0)), undefined)
    const shown = await call<TablesView>('post', 'tables/show')
    clock.advance(HOUR)
    assert.equal((await call<TablesView>('post', 'tables/show')).draw?.shownAt, shown.draw?.shownAt)
    const mine = shown.tables.find(({ people }) => people.some(({ name }) => name === 'Invité 0'))
    assert.equal(await tableOf(guest(0)), mine?.number)
    const answer = await stage.as(guest(0)).presses('workshops.mine', { workshop })
    assert.match(JSON.stringify(answer.card.data), new RegExp(`Votre table.: ${mine?.number}"`))
    const { items } = await callerOf(stage.app.routes, await actorOf(guest(0)))<Page<WorkshopView>>(
      'get',
      '/workshops',
    )
    assert.equal(items[0]?.table, mine?.number)
    const { card } = await stage.as(guest(0)).presses('workshops.visit', { workshop })
    assert.match(JSON.stringify(card.data), new RegExp(`Votre table.: ${mine?.number}`))
  })

  it('are drawn again freely before, and only on purpose after they were shown', async () => {
    const first = await draws({ tables: 3 })
    await draws({ tables: 2 })
    await call('post', 'tables/show')
    await assert.rejects(draws({ tables: 3 }), code('tables-shown'))
    const again = await draws({ tables: 3 }, { again: true })
    assert.equal(again.draw?.shownAt, undefined)
    assert.equal(await tableOf(guest(0)), undefined)
    assert.notDeepEqual(again.tables, first.tables)
  })

  it('are drawn once for one press, however often it arrives', async () => {
    const nonce = randomIds.nonce()
    const first = await draws({ tables: 3 }, { nonce })
    assert.deepEqual((await draws({ tables: 3 }, { nonce })).tables, first.tables)
  })

  it('take those who come late where there is most room, and move nobody', async () => {
    const drawn = await draws({ tables: 4 })
    await call('post', 'tables/show')
    await joins(camille, 'lycees')
    const before = await call<TablesView>('get', 'tables')
    assert.deepEqual(
      before.without.map(({ name }) => name),
      ['Camille Martin'],
    )
    assert.equal(await tableOf(camille), undefined)
    const after = await call<TablesView>('post', 'tables/late')
    assert.deepEqual(after.without, [])
    assert.deepEqual(sizes(after).toSorted(), [2, 2, 3, 3])
    for (const { number, people } of drawn.tables) {
      const now = after.tables[number - 1]?.people.map(({ id }) => id) ?? []
      assert.ok(people.every(({ id }) => now.includes(id)))
    }
  })

  it('are told at the door, also to who registered after the draw', async () => {
    await draws({ tables: 4 })
    await call('post', 'tables/show')
    await joins(camille)
    clock.advance(3.5 * HOUR)
    const code = lettersOf('signs the links of these tests alone', workshop, '2027-04-22')
    const enters = async (who: Someone) => {
      const answer = await stage.as(who).presses('attendance.enter', { letters: code })
      return /Votre table.: (\d)/.exec(JSON.stringify(answer.card.data))?.[1]
    }
    for (const who of [camille, guest(0), camille]) {
      const table = await enters(who)
      assert.ok(table)
      assert.equal(await tableOf(who), Number(table))
    }
    const id = (await actorOf(karim)).id
    await joins(karim)
    await callerOf(stage.app.routes, await actorOf(maelle))('put', '/attendance/:id/people/:person', {
      params: { id: workshop, person: id },
      body: { present: true },
    })
    assert.ok(await tableOf(karim))
  })

  it('leave room again where somebody gives their seat up', async () => {
    await draws({ tables: 3 })
    const left = (await call<TablesView>('get', 'tables')).tables[1]
    const names = left?.people.map(({ name }) => name) ?? []
    for (const n of [0, 1, 2, 3, 4, 5, 6, 7, 8])
      if (names.includes(guest(n).name))
        await stage.as(guest(n)).presses('workshops.answer', { workshop, answer: 'no' })
    await joins(camille)
    const after = await call<TablesView>('post', 'tables/late')
    assert.deepEqual(
      after.tables[1]?.people.map(({ name }) => name),
      ['Camille Martin'],
    )
  })

  it('have facilitators of their own, who are told once and are not drawn', async () => {
    await stage.as(guest(4)).says('aide')
    const named = await names(guest(4), 2)
    assert.deepEqual(
      named.items.map(({ name, table }) => [name, table]),
      [['Invité 4', 2]],
    )
    await names(guest(5), null)
    await names(guest(4), 3)
    await stage.settle()
    assert.equal(told(guest(4)).filter(text => /vous animez/i.test(text)).length, 1)
    await assert.rejects(draws({ tables: 2 }), code('tables-led'))
    const drawn = await draws({ tables: 3 })
    assert.deepEqual(sizes(drawn).toSorted(), [2, 2, 3])
    assert.deepEqual(
      drawn.tables[2]?.leaders.map(({ name }) => name),
      ['Invité 4'],
    )
    await call('post', 'tables/show')
    assert.deepEqual([await tableOf(guest(4)), await tableOf(guest(5))], [3, undefined])
    const { id } = await actorOf(guest(4))
    const left = await call<FacilitatorsView>('put', 'facilitators/remove', { person: id })
    assert.deepEqual(
      left.items.map(({ name }) => name),
      ['Invité 5'],
    )
  })

  it('name nobody to a table beyond those that are drawn', async () => {
    await draws({ tables: 2 })
    await assert.rejects(names(guest(4), 42), code('no-such-table'))
    await names(guest(4), 2)
    assert.equal((await call<TablesView>('get', 'tables')).tables.length, 2)
  })

  it('lead who facilitates to the page where ideas are typed, once it has begun, and no other guest', async () => {
    await names(guest(4), 2)
    const cardOf = async (who: Someone) => (await stage.as(who).presses('workshops.mine', { workshop })).card
    const harvestOf = async (who: Someone) => ((await cardOf(who)).data as { harvest: string }).harvest
    assert.equal(await harvestOf(guest(4)), '')
    assert.match(JSON.stringify((await cardOf(guest(4))).data), /"Vous animez la table 2"/)
    clock.advance(9 * HOUR)
    assert.match(decodeURIComponent(await harvestOf(guest(4))), new RegExp(`harvest:${workshop}:2`))
    assert.equal(await harvestOf(guest(5)), '')
    const { id } = await actorOf(guest(4))
    await stage.app.people.assignRole(id, 'observer')
    assert.equal(await harvestOf(guest(4)), '')
  })

  it('do not name as facilitator who observes, who is not known, or for a workshop that is over', async () => {
    const { id } = await actorOf(camille)
    await stage.app.people.assignRole(id, 'observer')
    await assert.rejects(names(camille, 1), code('facilitator-observer'))
    await assert.rejects(call('put', 'facilitators', { person: 'nobody', table: 1 }), code('person-unknown'))
    await assert.rejects(names(karim, 0), code('tables-number'))
    clock.advance(9 * HOUR)
    await assert.rejects(names(karim, 1), code('facilitator-late'))
    await assert.rejects(draws({ tables: 2 }), code('tables-late'))
  })

  it('say nothing to who was named and is no longer by the time it would be said', async () => {
    await stage.as(guest(4)).says('aide')
    const person = (await actorOf(guest(4))).id
    await names(guest(4), 2)
    await call('put', 'facilitators/remove', { person })
    await stage.settle()
    assert.deepEqual(
      told(guest(4)).filter(text => /vous animez/i.test(text)),
      [],
    )
  })
})
