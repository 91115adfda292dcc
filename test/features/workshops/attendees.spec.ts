import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import type { NeedView } from '../../../src/tabs/contract/workshops/needs.ts'
import type { VisitView } from '../../../src/tabs/contract/workshops/visit.ts'
import { fixedClock } from '../../support/product/clock.ts'
import { callerOf } from '../../support/product/routes.ts'
import { CHANNEL, type Someone, setStage } from '../../support/product/stage.ts'

const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }
const camille = { objectId: 'camille', name: 'Camille *Martin*' }
const karim = { objectId: 'karim', name: 'Karim Benali' }
const nadia = { objectId: 'nadia', name: 'Nadia Ferrer' }
const FORM = {
  title: 'Accueillir mieux',
  axis: 'territoires',
  date: '2027-05-20',
  start: '09:30',
  end: '12:30',
  place: 'Carcassonne',
  seats: '48',
  channel: CHANNEL,
}
const NOW = Date.parse('2027-04-22T08:00:00Z')
const END = Date.parse('2027-05-20T10:30:00Z')

describe('before coming to a workshop', () => {
  let clock: ReturnType<typeof fixedClock>
  let stage: Awaited<ReturnType<typeof setStage>>
  let workshop: string

  beforeEach(async () => {
    clock = fixedClock(NOW)
    stage = await setStage({ organisers: [maelle.objectId], clock })
    await stage.as(maelle).installs('channel')
    const fields = { ...FORM, nonce: randomIds.nonce() }
    workshop = ((await stage.as(maelle).presses('workshops.publish', fields)).card.data as { id: string }).id
    for (const who of [camille, karim]) await press(who, 'answer', { answer: 'yes' })
  })
  afterEach(() => stage.close())

  const press = (who: Someone, verb: string, data: object = {}) =>
    stage.as(who).presses(`workshops.${verb}`, { workshop, ...data })
  const seen = async (who: Someone, verb: string, data: object = {}) =>
    (await press(who, verb, data)).card.data as Record<string, string>

  async function call<T>(who: Someone, method: 'get' | 'put', path: string, body?: object): Promise<T> {
    const greeting = { ...who, tenant: 'aaaaaaaa-0000-4000-8000-000000000001', language: 'fr' } as const
    const actor = await stage.app.people.greet(greeting)
    const request = { params: { id: workshop }, ...(body && { body }) }
    return callerOf(stage.app.routes, actor)<T>(method, `/workshops/:id/${path}`, request)
  }
  const visited = (who: Someone) => call<VisitView>(who, 'get', 'visit')
  async function until(ms: number) {
    clock.advance(ms - clock.now())
    await stage.settle()
  }
  const code = (wanted: string) => (error: unknown) => error instanceof Refusal && error.code === wanted
  const kept = () =>
    stage.app.database.read(tx => open(tx).selectFrom('practical_need').select('text').execute())

  it('nobody’s name is shown unless they said so, and only to who has a seat', async () => {
    assert.equal((await seen(karim, 'visit')).names, '')
    await press(camille, 'show-name', { shown: 'on' })
    assert.equal((await seen(karim, 'visit')).names, 'Camille \\*Martin\\*')
    assert.equal((await seen(camille, 'visit')).names, '')
    await assert.rejects(visited(nadia), code('seat-needed'))
    await press(karim, 'answer', { answer: 'no' })
    await assert.rejects(visited(karim), code('seat-needed'))
  })

  it('who no longer comes is not named; a name is taken back in one tap, at any time', async () => {
    await press(camille, 'show-name', { shown: 'on' })
    await press(camille, 'answer', { answer: 'no' })
    assert.deepEqual((await visited(karim)).names, [])
    await press(camille, 'answer', { answer: 'yes' })
    assert.deepEqual([(await visited(camille)).shown, (await visited(karim)).names], [false, []])
    await press(camille, 'show-name', { shown: 'on' })
    assert.deepEqual((await visited(karim)).names, ['Camille *Martin*'])
    for (let n = 0; n < 2; n++) await press(camille, 'show-name', { shown: 'off' })
    assert.deepEqual((await visited(karim)).names, [])
    await call(camille, 'put', 'shown', { shown: true })
    await press(camille, 'answer', { answer: 'no' })
    const refused = await press(camille, 'show-name', { shown: 'on' })
    assert.match(refused.notice?.title ?? refused.summary, /Il faut une place/)
    await press(camille, 'show-name', { shown: 'off' })
    await press(camille, 'answer', { answer: 'yes' })
    assert.deepEqual((await visited(karim)).names, [])
  })

  it('names come by pages of twenty, in the order of the alphabet, until the workshop ends', async () => {
    for (let n = 0; n < 22; n++) {
      const guest = { objectId: `guest-${n}`, name: `Invité ${String(n).padStart(2, '0')}` }
      await press(guest, 'answer', { answer: 'yes' })
      await press(guest, 'show-name', { shown: 'on' })
    }
    const first = (await press(karim, 'visit')).card.data as { names: string; buttons: { data: object }[] }
    const more = first.buttons.map(({ data }) => data as { from?: string }).find(({ from }) => from)
    const rest = await seen(karim, 'visit', { from: more?.from })
    const names = [first.names, rest.names].map(text => (text ?? '').split(', '))
    assert.deepEqual(
      names.map(({ length }) => length),
      [20, 2],
    )
    assert.equal(new Set(names.flat()).size, 22)
    assert.deepEqual(names[0], [...(names[0] ?? [])].sort())
    assert.equal((await visited(karim)).names.length, 22)
    await until(END)
    assert.deepEqual((await visited(karim)).names, [])
  })

  it('says how many come, exactly', async () => {
    const { seats, directions, seated } = await visited(karim)
    assert.deepEqual([seats, directions, seated], [2, 0, true])
  })

  it('what somebody needs is read by them and by who organises, and kept in the journal as read', async () => {
    const saved = await press(camille, 'needs', { text: ' Une rampe,\nun repas sans lactose ' })
    assert.match(saved.summary, /C’est noté/)
    await call(karim, 'put', 'my-needs', { text: 'Une place près de l’écran' })
    assert.equal((await visited(camille)).need, 'Une rampe, un repas sans lactose')
    const { items } = await call<{ items: NeedView[] }>(maelle, 'get', 'needs')
    assert.deepEqual(items.map(({ name, text }) => [name, text]).toSorted(), [
      ['Camille *Martin*', 'Une rampe, un repas sans lactose'],
      ['Karim Benali', 'Une place près de l’écran'],
    ])
    await assert.rejects(call(karim, 'get', 'needs'), code('role-needed'))
    const acts = await stage.app.database.read(tx => open(tx).selectFrom('audit').selectAll().execute())
    const read = acts.filter(({ act }) => act === 'workshops.read-needs')
    assert.deepEqual(
      read.map(({ thing, refused }) => [thing, refused]),
      [[workshop, null]],
    )
  })

  it('what somebody needs can be said anew, taken back, and not without a seat or at length', async () => {
    await press(camille, 'needs', { text: 'Une rampe' })
    await press(camille, 'needs', { text: 'Une rampe et un ascenseur' })
    assert.deepEqual(await kept(), [{ text: 'Une rampe et un ascenseur' }])
    const long = await press(camille, 'needs', { text: 'x'.repeat(301) })
    assert.match(long.notice?.title ?? '', /301 caractères/)
    assert.equal((long.card.data as { text: string }).text.length, 301)
    await press(camille, 'needs', { text: '' })
    assert.deepEqual(await kept(), [])
    await assert.rejects(call(nadia, 'put', 'my-needs', { text: 'Une rampe' }), code('seat-needed'))
    await until(END)
    await assert.rejects(call(camille, 'put', 'my-needs', { text: 'Une rampe' }), code('needs-late'))
  })

  it('what somebody needs is forgotten thirty days after the end, by the clock alone', async () => {
    await press(camille, 'needs', { text: 'Une rampe' })
    await until(END + 30 * DAY - MINUTE)
    assert.equal((await kept()).length, 1)
    // Each night's run has noted the next one, through the summer; the first after the thirty days forgets.
    await until(END + 30 * DAY + 16 * HOUR)
    assert.deepEqual(await kept(), [])
  })

  it('what somebody needs is forgotten the night after they give their seat up', async () => {
    await press(camille, 'needs', { text: 'Une rampe' })
    await press(camille, 'answer', { answer: 'no' })
    const { items } = await call<{ items: NeedView[] }>(maelle, 'get', 'needs')
    assert.deepEqual(items, [])
    await until(NOW + DAY)
    assert.deepEqual(await kept(), [])
  })
})
