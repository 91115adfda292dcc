import assert from 'node:assert/strict'
import { silenceStore } from '../../../src/features/messages/response/silence-store.ts'
import { messageStore } from '../../../src/features/messages/sending/store.ts'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { pilot, setMessages } from '../../support/features/messages.ts'

/** A Monday at nine. */
const START = Date.parse('2027-01-11T08:00:00Z')
const WEEK = 7 * DAY
const ines = pilot('ines')
const LINE = { person: 'ines', topic: 'workshop-soon' } as const

onEachEngine('messages that nobody answers', engine => {
  let clock = fixedClock(START)
  const standing = freshDatabase(engine, { clock: { now: () => clock.now() } })
  let set: ReturnType<typeof setMessages>
  beforeEach(() => {
    clock = fixedClock(START)
    set = setMessages(standing.db, clock)
  })

  const told = (reason: string, every = WEEK) => set.tell('ines', reason, { every })
  const idOf = (at: number) => set.out[at]?.key.split(':')[1] ?? assert.fail('nothing was sent')
  const days = () => set.out.map(({ at }) => (at - START) / DAY)
  const silences = () => standing.db.read(tx => silenceStore(tx).silences('ines'))
  const stateOf = async (reason: string) =>
    (await standing.db.read(tx => messageStore(tx).byReason('ines', reason)))?.state

  /** A new reason every morning, as a rule that is looked at daily finds them. */
  async function mornings(count: number): Promise<void> {
    for (let day = 0; day < count; day++) {
      await told(`morning-${clock.now()}`)
      await set.deliver()
      clock.advance(DAY)
    }
  }

  it('come half as often after two, and no more after four, which is noted', async () => {
    await mornings(60)
    assert.deepEqual(days(), [0, 7, 21, 35])
    assert.deepEqual(await silences(), ['workshop-soon'])
    assert.equal(await set.tell('omar', 'his', { every: WEEK }), true)
  })

  it('come on all the same where they ask for nothing, two on one morning, in a week that is full', async () => {
    for (const one of ['a', 'b', 'c']) await set.tell('ines', one, { topic: 'broadcast' })
    await set.deliver()
    for (let morning = 0; morning < 5; morning++) {
      for (const hour of ['10', '14'])
        await set.tell('ines', `seat-${morning}-${hour}`, { topic: 'my-workshop-tomorrow', every: DAY / 2 })
      await set.deliver()
      clock.advance(DAY)
    }
    assert.deepEqual(days(), [0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4])
    assert.deepEqual(await silences(), [])
  })

  it('come again when the topic is taken up, counted anew', async () => {
    await mornings(60)
    await set.preferences.change(ines, { topics: [{ topic: 'workshop-soon', on: true }] })
    assert.deepEqual(await silences(), [])
    clock.advance(DAY)
    await mornings(60)
    // A Saturday: on Monday then.
    assert.deepEqual(days(), [0, 7, 21, 35, 63, 70, 84, 98])
    assert.deepEqual(await silences(), ['workshop-soon'])
  })

  it('come as before once one of them is pressed, even an old one of a topic that fell silent', async () => {
    await mornings(60)
    await set.usecases.noteAnswered(pilot('omar'), idOf(1))
    assert.deepEqual(await silences(), ['workshop-soon'])
    for (let n = 0; n < 2; n++) await set.usecases.noteAnswered(ines, idOf(1))
    await mornings(8)
    assert.deepEqual(days().slice(4), [60, 67])
  })

  it('come as before once what they are about is done, whatever it was done by', async () => {
    await mornings(60)
    const act = (reason: string) =>
      standing.db.transact(tx => set.usecases.noteActed(tx, { ...LINE, reason }))
    await act('another one')
    assert.deepEqual(await silences(), [])
    await mornings(1)
    assert.equal(days().at(-1), 60)
  })

  it('say who pressed and who acted, the first time after each went out', async () => {
    await told('r')
    const act = () => standing.db.transact(tx => set.usecases.noteActed(tx, { ...LINE, reason: 'r' }))
    const answeredLast = () => standing.db.read(tx => silenceStore(tx).answeredLast(LINE))
    // Done before it was sent, it is no answer to it.
    await act()
    assert.equal(await answeredLast(), undefined)
    await set.deliver()
    clock.advance(HOUR)
    await act()
    clock.advance(HOUR)
    await act()
    assert.equal(await answeredLast(), START + HOUR)
    await set.usecases.noteAnswered(ines, idOf(0))
    assert.equal(await answeredLast(), START + 2 * HOUR)
  })

  it('did arrive when they are pressed, whatever Teams said', async () => {
    await told('r')
    const [found] = await standing.db.read(tx => messageStore(tx).inState('ines', 'waiting'))
    const claimed = await set.usecases.claim(`${found?.id}:1`)
    const ended = { to: 'chat-ines', key: claimed?.key ?? '', at: clock.now(), unknown: true } as const
    await set.usecases.answered(ended)
    assert.equal(await stateOf('r'), 'unknown')
    await set.usecases.noteAnswered(ines, claimed?.id ?? '')
    assert.equal(await stateOf('r'), 'sent')
  })

  it('are not told while one of the topic waits, and their reason is good for another day', async () => {
    clock.advance(12 * HOUR)
    assert.deepEqual([await told('one'), await told('two'), await told('one')], [true, false, false])
    await set.pass(DAY, HOUR)
    assert.equal(await told('two'), false)
    clock.advance(WEEK)
    assert.equal(await told('two'), true)
  })

  it('wait no longer for one that is too late, or could not be sent', async () => {
    set.unreachable.add('ines')
    await set.tell('ines', 'one', { every: WEEK, until: START + DAY })
    await set.deliver()
    assert.equal(await told('two'), false)
    clock.advance(2 * DAY)
    assert.equal(await told('two'), true)
  })

  describe('told by another message', () => {
    const absorb = (reason: string) =>
      standing.db.transact(tx => set.usecases.absorb(tx, { ...LINE, reason, subject: {}, by: 'test' }))

    it('are used up: nothing goes out, no place of the week is taken', async () => {
      assert.deepEqual([await absorb('r'), await absorb('r'), await told('r')], [true, false, false])
      await set.deliver()
      assert.deepEqual([set.out.length, await stateOf('r')], [0, 'absorbed'])
      for (const reason of ['one', 'two', 'three']) await set.tell('ines', reason)
      await set.deliver()
      assert.equal(set.out.length, 3)
    })

    it('no longer wait to go out, unless the person asked to see them again', async () => {
      clock.advance(12 * HOUR)
      await set.tell('ines', 'waits')
      assert.equal(await absorb('waits'), true)
      await set.tell('ines', 'later')
      clock.advance(12 * HOUR)
      await set.deliver()
      assert.equal(set.out.length, 1)
      await set.preferences.later(ines, idOf(0), 1, '2027-01-13')
      assert.equal(await absorb('later'), false)
      await set.pass(2 * DAY, HOUR)
      assert.equal(set.out.length, 2)
    })
  })

  it('that one asked for, of an opening, take a place of the week, and wait for the next where it is full', async () => {
    for (const reason of ['one', 'two']) await set.tell('ines', reason)
    await set.tell('ines', 'opens', { topic: 'workshop-opens' })
    await set.tell('ines', 'opens too', { topic: 'workshop-opens' })
    await set.deliver()
    assert.deepEqual(
      set.out.map(({ topic }) => topic),
      ['workshop-soon', 'workshop-soon', 'workshop-opens'],
    )
    await set.pass(7 * DAY, 6 * HOUR)
    assert.deepEqual(
      set.out.slice(3).map(({ topic }) => topic),
      ['workshop-opens'],
    )
  })

  it('that answer one’s own act take no place of the week, and wait for none', async () => {
    const topics = ['moderated', 'workshop-moved', 'seat-offered', 'facilitating', 'relay'] as const
    for (const reason of ['one', 'two', 'three', 'four']) await set.tell('ines', reason)
    for (const topic of topics) await set.tell('ines', topic, { topic })
    await set.deliver()
    assert.deepEqual(
      set.out.map(({ topic }) => topic).toSorted(),
      [...topics, ...Array<string>(3).fill('workshop-soon')].toSorted(),
    )
    const relay = set.out.findIndex(({ topic }) => topic === 'relay')
    assert.equal((await set.preferences.why(ines, idOf(relay))).number, undefined)
  })
})
