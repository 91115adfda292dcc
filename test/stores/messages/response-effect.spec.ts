import assert from 'node:assert/strict'
import { effectOf, REMINDING } from '../../../src/features/messages/response/effect.ts'
import { effectStore } from '../../../src/features/messages/response/effect-store.ts'
import { silenceStore } from '../../../src/features/messages/response/silence-store.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { pilot, setMessages } from '../../support/features/messages.ts'

/** A Monday at ten. */
const START = Date.parse('2027-01-11T09:00:00Z')
const maelle: Actor = { id: 'maelle', name: 'Maëlle', role: 'organiser', language: 'fr' }
const SOON = { topic: 'workshop-soon' } as const

onEachEngine('what messages lead to', engine => {
  let clock = fixedClock(START)
  const standing = freshDatabase(engine, { clock: { now: () => clock.now() } })
  let set: ReturnType<typeof setMessages>
  beforeEach(() => {
    clock = fixedClock(START)
    set = setMessages(standing.db, clock)
  })

  const people = (count: number) => Array.from({ length: count }, (_, at) => `p${at}`)
  const tell = async (count: number, reason = 'r') => {
    for (const person of people(count)) await set.tell(person, reason)
    await set.deliver()
  }
  const act = (person: string, reason = 'r') =>
    standing.db.transact(tx => set.usecases.noteActed(tx, { person, ...SOON, reason }))
  const soon = async () => (await set.effect.show(maelle)).topics.find(({ topic }) => topic === SOON.topic)

  it('is counted to the evening before, the same all day', async () => {
    await tell(22)
    for (const person of people(13)) await act(person)
    assert.deepEqual(await soon(), { ...SOON, sent: 0, acted: 0, quiet: 0 })
    clock.advance(DAY)
    const morning = await set.effect.show(maelle)
    assert.deepEqual(await soon(), { ...SOON, sent: 30, acted: 10, quiet: 0 })
    await tell(22, 'another')
    for (const person of people(22)) await act(person)
    await standing.db.transact(tx => silenceStore(tx).hush({ person: 'p1', ...SOON }, START))
    clock.advance(10 * HOUR)
    assert.deepEqual(await set.effect.show(maelle), morning)
    clock.advance(DAY)
    assert.deepEqual(await soon(), { ...SOON, sent: 40, acted: 25, quiet: 0 })
  })

  it('is counted of what asks for something to be done, one’s own day too, and not of a seat one has', () => {
    assert.ok(REMINDING.includes('my-horizon'))
    assert.ok(!REMINDING.includes('my-workshop-tomorrow'))
  })

  it('is an act within three days of the message, and of thirteen weeks', async () => {
    await tell(40)
    for (const person of people(10)) await act(person)
    clock.advance(3 * DAY)
    for (const person of people(25)) await act(person)
    clock.advance(1)
    for (const person of people(40)) await act(person)
    clock.advance(DAY)
    assert.deepEqual(await soon(), { ...SOON, sent: 40, acted: 25, quiet: 0 })
    clock.advance(87 * DAY)
    assert.equal((await soon())?.sent, 40)
    clock.advance(DAY)
    assert.equal((await soon())?.sent, 0)
  })

  it('counts for how many a topic is silent, until they take it up again', async () => {
    await tell(40)
    const hush = (person: string) =>
      standing.db.transact(tx => silenceStore(tx).hush({ person, ...SOON }, clock.now()))
    for (const person of people(20)) await hush(person)
    clock.advance(DAY)
    assert.equal((await soon())?.quiet, 25)
    for (const person of people(5))
      await set.preferences.change(pilot(person), { topics: [{ ...SOON, on: true }] })
    clock.advance(DAY)
    assert.equal((await soon())?.quiet, 10)
  })

  it('says neither that all acted nor that everybody was silent', () => {
    const counted = { ...SOON, sent: 50, acted: 50, people: 50, quiet: 50 }
    for (const draw of [() => 0, () => 0.5, () => 1 - 2 ** -48]) {
      const { sent, acted, quiet } = effectOf(counted, draw)
      assert.ok(sent > 0 && acted <= 45 && quiet <= 45)
      assert.deepEqual(effectOf({ ...counted, acted: 0, quiet: 0 }, draw), {
        ...SOON,
        sent,
        acted: 0,
        quiet: 0,
      })
      // Of fewer than nineteen nothing is said at all.
      const few = effectOf({ ...SOON, sent: 18, acted: 18, people: 18, quiet: 18 }, draw)
      assert.deepEqual([few.acted, few.quiet], [0, 0])
    }
  })

  it('is kept of one day, as an estimate, whoever looks at once', async () => {
    await tell(7)
    clock.advance(DAY)
    const seen = await Promise.all(Array.from({ length: 5 }, () => set.effect.show(maelle)))
    assert.equal(new Set(seen.map(each => JSON.stringify(each))).size, 1)
    clock.advance(DAY)
    await set.effect.show(maelle)
    const kept = (day: string) => standing.db.read(tx => effectStore(tx).kept(day))
    assert.deepEqual(
      [(await kept('2027-01-12')).length, (await kept('2027-01-13')).length],
      [0, REMINDING.length],
    )
  })

  it('is for organisers and observers', async () => {
    await set.effect.show({ ...maelle, role: 'observer' })
    for (const role of ['agent', 'pilot', 'manager'] as const)
      await assert.rejects(set.effect.show({ ...maelle, role }), /role-needed/)
  })
})
