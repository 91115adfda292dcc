import assert from 'node:assert/strict'
import { messageStore } from '../../../src/features/messages/sending/store.ts'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { pilot, setMessages } from '../../support/features/messages.ts'

/** A Thursday at ten: now is a moment to write. */
const START = Date.parse('2027-04-22T08:00:00Z')

onEachEngine('messages', engine => {
  let clock = fixedClock(START)
  const standing = freshDatabase(engine, { clock: { now: () => clock.now() } })
  beforeEach(() => {
    clock = fixedClock(START)
  })
  const inState = (person: string, state: 'waiting' | 'sent' | 'unreachable' | 'expired' | 'dropped') =>
    standing.db.read(tx => messageStore(tx).inState(person, state))

  it('come back as they were told', async () => {
    const { tell } = setMessages(standing.db, clock)
    const subject = { workshop: 'w', direction: 'lycees', at: 5 }
    await tell('ines', 'r', { subject, until: START + DAY })
    const [found] = await inState('ines', 'waiting')
    const { id, ...told } = found ?? assert.fail()
    assert.ok(id)
    assert.deepEqual(told, {
      person: 'ines',
      topic: 'workshop-soon',
      reason: 'r',
      subject,
      by: 'test',
      state: 'waiting',
      round: 1,
      turn: 1,
      from: START,
      until: START + DAY,
      createdAt: START,
    })
  })

  it('are told once for a reason, however many tell it at once', async () => {
    const { tell, deliver, out } = setMessages(standing.db, clock)
    const told = await Promise.all(Array.from({ length: 12 }, (_, at) => tell(`p-${at % 2}`, 'the same')))
    assert.equal(told.filter(Boolean).length, 2)
    await deliver()
    assert.deepEqual(out.map(({ person }) => person).toSorted(), ['p-0', 'p-1'])
  })

  it('take one number each of a week when they are claimed at once', async () => {
    const { tell, usecases } = setMessages(standing.db, clock)
    for (let reason = 0; reason < 6; reason++) await tell('ines', `r-${reason}`)
    const tickets = (await inState('ines', 'waiting')).map(({ id, turn }) => `${id}:${turn}`)
    const claimed = await Promise.all([...tickets, ...tickets].map(ticket => usecases.claim(ticket)))
    const numbers = new Map(claimed.flatMap(each => (each ? [[each.id, each.number]] : [])))
    assert.deepEqual([...numbers.values()].toSorted(), [1, 2, 3])
    assert.equal((await inState('ines', 'waiting')).length, 3)
  })

  it('go on to the next week when this one is full, unless that is too late', async () => {
    const { tell, pass, deliver, out } = setMessages(standing.db, clock)
    for (const reason of ['one', 'two', 'three', 'four']) await tell('ines', reason)
    await tell('ines', 'five', { until: START + DAY })
    await deliver()
    await pass(10 * DAY, HOUR)
    const monday = Date.parse('2027-04-26T07:00:00Z')
    assert.deepEqual(
      out.map(({ at }) => at),
      [START, START, START, monday],
    )
    assert.deepEqual(
      (await inState('ines', 'expired')).map(({ reason }) => reason),
      ['five'],
    )
  })

  it('wait for the chat of somebody who cannot be reached, and for the end of a pause that ends early', async () => {
    const { tell, deliver, unreachable, usecases, preferences, pass, out } = setMessages(standing.db, clock)
    unreachable.add('ines')
    await tell('ines', 'valid')
    await tell('ines', 'late', { until: START + HOUR })
    await deliver()
    assert.equal((await inState('ines', 'unreachable')).length, 2)
    clock.advance(2 * HOUR)
    unreachable.delete('ines')
    await usecases.arrived('ines')
    await deliver()
    assert.deepEqual([out.length, (await inState('ines', 'expired')).length], [1, 1])

    await preferences.change(pilot('omar'), { pausedUntil: '2027-05-20' })
    await tell('omar', 'paused')
    await pass(7 * DAY, HOUR)
    assert.equal(out.length, 1)
    await preferences.change(pilot('omar'), { pausedUntil: null })
    await deliver()
    assert.deepEqual(out[1]?.at, clock.now())
  })

  it('are sent by the fact that broke down, and by no earlier one', async () => {
    const { tell, deliver, usecases, out, pass } = setMessages(standing.db, clock)
    await tell('ines', 'r')
    const [first] = await inState('ines', 'waiting')
    await deliver('not posted')
    assert.equal(out.length, 0)
    assert.equal(await usecases.claim(`${first?.id}:0`), undefined)
    await pass(2 * MINUTE, MINUTE)
    assert.deepEqual([out.length, await usecases.claim(`${first?.id}:1`)], [1, undefined])
  })

  it('give their number back when their point is gone before they were sent', async () => {
    const { tell, deliver, usecases, out } = setMessages(standing.db, clock)
    for (const reason of ['one', 'two', 'three']) await tell('ines', reason)
    const [one] = await inState('ines', 'waiting')
    const claimed = await usecases.claim(`${one?.id}:1`)
    await usecases.drop(claimed?.id ?? '')
    await tell('ines', 'four')
    await deliver()
    assert.deepEqual([out.length, (await inState('ines', 'dropped')).length], [3, 1])
  })

  describe('handed on', () => {
    const relayed = { direction: 'lycees', from: 'ines', to: 'omar' }
    const about = (direction: string) => ({ subject: { workshop: 'w', direction } })

    it('wait for whoever answers for the Direction now, and no longer for who did', async () => {
      const { tell, relays, deliver, out } = setMessages(standing.db, clock)
      await tell('ines', 'soon', about('lycees'))
      await tell('ines', 'other', about('culture'))
      await tell('ines', 'mine', { topic: 'idea-answered', ...about('lycees') })
      for (let n = 0; n < 2; n++) await relays.relay(relayed)
      await deliver()
      assert.deepEqual(out.map(({ person, topic }) => [person, topic]).toSorted(), [
        ['ines', 'idea-answered'],
        ['ines', 'workshop-soon'],
        ['omar', 'workshop-soon'],
      ])
      assert.deepEqual(
        (await inState('ines', 'dropped')).map(({ reason }) => reason),
        ['soon'],
      )
    })

    it('come back to whoever takes the Direction up again, unless they had got it', async () => {
      const { tell, relays, deliver, out } = setMessages(standing.db, clock)
      await tell('ines', 'soon', about('lycees'))
      await relays.relay(relayed)
      await relays.relay({ ...relayed, from: 'omar', to: 'ines' })
      await deliver()
      assert.deepEqual(
        out.map(({ person }) => person),
        ['ines'],
      )
      await relays.relay(relayed)
      await deliver()
      assert.equal(out.length, 1)
    })

    it('are told to the new one what the old one had no chat for', async () => {
      const { tell, relays, deliver, out, unreachable } = setMessages(standing.db, clock)
      unreachable.add('ines')
      await tell('ines', 'soon', about('lycees'))
      await deliver()
      await relays.relay(relayed)
      await deliver()
      assert.deepEqual(
        out.map(({ person }) => person),
        ['omar'],
      )
    })
  })
})
