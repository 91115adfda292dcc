import assert from 'node:assert/strict'
import fc from 'fast-check'
import { openDatabase } from '../../../src/db/index.ts'
import { nextAllowed, weekOf } from '../../../src/features/messages/calendar/domain.ts'
import { calendarOf } from '../../../src/features/messages/calendar/holidays.ts'
import { counts, isBulk } from '../../../src/features/messages/message/budget.ts'
import { isOwed, TOPICS, type Topic } from '../../../src/features/messages/message/domain.ts'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import { dateIn } from '../../../src/kernel/time/time-zone.ts'
import type { Weekday } from '../../../src/kernel/time/week.ts'
import { atOnce } from '../../support/database/schema.ts'
import { pilot, setMessages, ZONE } from '../../support/features/messages.ts'
import { fixedClock } from '../../support/product/clock.ts'
import { programme } from '../../support/programme/programme.ts'

const PEOPLE = ['ines', 'omar']
const person = fc.constantFrom(...PEOPLE)
const topic = fc.constantFrom(...TOPICS)
const stoppable = topic.filter(one => !isOwed(one))

const luck = fc.constantFrom('fine', 'not posted', 'not done')

/** What may happen, in any order; `restart` loses all that is not in the database. */
const step = fc.oneof(
  fc.record({ does: fc.constant('tell' as const), person, topic, reason: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ does: fc.constant('tell' as const), person, topic, reason: fc.integer({ min: 7, max: 12 }) }),
  fc.record({ does: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 60 }), luck }),
  fc.record({ does: fc.constant('later' as const), days: fc.integer({ min: 0, max: 9 }) }),
  fc.record({ does: fc.constant('topic' as const), person, topic: stoppable, on: fc.boolean() }),
  fc.record({ does: fc.constant('cap' as const), person, perWeek: fc.integer({ min: 1, max: 5 }) }),
  fc.record({
    does: fc.constant('pause' as const),
    person,
    days: fc.option(fc.integer({ min: 0, max: 10 })),
  }),
  fc.record({
    does: fc.constant('days off' as const),
    person,
    daysOff: fc.uniqueArray(fc.constantFrom('monday', 'wednesday', 'friday', 'saturday'), { maxLength: 3 }),
  }),
  fc.record({ does: fc.constant('leave' as const), person }),
  fc.record({ does: fc.constant('arrive' as const), person }),
  fc.record({ does: fc.constant('drop' as const) }),
  fc.record({ does: fc.constant('restart' as const) }),
)
/** What a person said by their own acts. */
type Said = {
  readonly stopped: Set<string>
  perWeek: number
  pausedUntil: string
  daysOff: readonly Weekday[]
}
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const counted = (topic: Topic) => counts({ topic, subject: {} })
const idOf = ({ key }: { readonly key: string }) => key.split(':')[1]

/** Plays the steps, and checks every sent message against its reader's settings at that time. */
async function play(steps: readonly Step[]): Promise<void> {
  // A Thursday before a week with a public holiday in it.
  const clock = fixedClock(Date.parse('2027-04-29T08:00:00Z'))
  const db = await openDatabase({ url: 'file::memory:', clock, migrations: atOnce })
  await db.migrate()
  const calendar = await calendarOf(programme.calendar)(clock.now())
  let messages = setMessages(db, clock)
  const everything = [...messages.out]
  const said = new Map(
    PEOPLE.map(
      name =>
        [name, { stopped: new Set<string>(), perWeek: 3, pausedUntil: '', daysOff: [] }] as [string, Said],
    ),
  )

  const check = () => {
    for (const out of messages.out.splice(0)) {
      const { stopped, perWeek, ...off } = said.get(out.person) ?? assert.fail()
      assert.ok(!stopped.has(out.topic), 'a topic that was stopped')
      assert.ok(!messages.unreachable.has(out.person), 'to somebody who has no chat')
      assert.equal(nextAllowed(out.at, calendar, ZONE, off), out.at, 'outside what is allowed')
      const week = everything.filter(
        ({ person, week, topic }) => person === out.person && week === out.week && counted(topic),
      )
      const sent = new Set(week.map(idOf))
      everything.push(out)
      // One that the person asked for again in the same week is no other message.
      if (counted(out.topic) && !sent.has(idOf(out)))
        assert.ok(sent.size < perWeek, `message ${sent.size + 1} of a week of ${perWeek}`)
    }
    const keys = everything.map(({ key }) => key)
    assert.equal(new Set(keys).size, keys.length, 'sent twice')
  }

  const play = async (one: Step): Promise<void> => {
    const { preferences } = messages
    const words = 'person' in one ? said.get(one.person) : undefined
    if (one.does === 'tell') await messages.tell(one.person, `reason-${one.reason}`, { topic: one.topic })
    if (one.does === 'pass') {
      await messages.deliver(one.luck)
      await messages.pass(one.hours * HOUR, (1 + (one.hours % 14)) * HOUR)
    }
    if (one.does === 'later' || one.does === 'drop') {
      const last = everything.at(-1)
      const [, id = '', round = '1'] = last?.key.split(':') ?? []
      if (!last) return
      if (one.does === 'drop') return messages.usecases.drop(id)
      const day = dateIn(clock.now() + one.days * DAY, ZONE)
      await preferences.later(pilot(last.person), id, Number(round), day)
    }
    if (one.does === 'topic' && words) {
      await preferences.change(pilot(one.person), { topics: [{ topic: one.topic, on: one.on }] })
      one.on ? words.stopped.delete(one.topic) : words.stopped.add(one.topic)
    }
    if (one.does === 'cap' && words) {
      words.perWeek = (await preferences.change(pilot(one.person), { perWeek: one.perWeek })).perWeek
      assert.ok(words.perWeek <= programme.messages.perWeek)
    }
    if (one.does === 'pause' && words) {
      const until = one.days === null ? null : dateIn(clock.now() + one.days * DAY, ZONE)
      await preferences.change(pilot(one.person), { pausedUntil: until })
      words.pausedUntil = until ?? ''
    }
    if (one.does === 'days off' && words) {
      const { daysOff } = await preferences.change(pilot(one.person), { daysOff: one.daysOff })
      words.daysOff = daysOff
    }
    if (one.does === 'leave') messages.unreachable.add(one.person)
    if (one.does === 'arrive') {
      messages.unreachable.delete(one.person)
      await messages.usecases.arrived(one.person)
    }
    if (one.does === 'restart') {
      const { unreachable } = messages
      messages = setMessages(db, clock)
      for (const name of unreachable) messages.unreachable.add(name)
    }
  }

  for (const one of steps) {
    await play(one)
    check()
  }
  await messages.pass(20 * DAY, 5 * HOUR)
  check()
  for (const name of PEOPLE) {
    const weeks = Map.groupBy(
      everything.filter(each => each.person === name && counted(each.topic)),
      ({ at }) => weekOf(at, ZONE),
    )
    for (const [week, sent] of weeks)
      assert.ok(new Set(sent.map(idOf)).size <= programme.messages.perWeek, week)
  }
  await db.close()
}

describe('whatever is told, answered and lost, in whatever order', () => {
  it('no week exceeds the budget, nothing goes out twice, outside hours or against what was said', async function () {
    this.timeout(120_000)
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), play), { numRuns: 50 })
  })

  it('what somebody asked to see again tomorrow comes tomorrow, in a week that is full', async () => {
    const clock = fixedClock(Date.parse('2027-04-26T08:00:00Z'))
    const db = await openDatabase({ url: 'file::memory:', clock, migrations: atOnce })
    await db.migrate()
    const messages = setMessages(db, clock)
    const [person = ''] = PEOPLE
    for (const reason of ['one', 'two', 'three', 'four']) await messages.tell(person, reason)
    await messages.pass(HOUR, HOUR)
    const sent = messages.out.map(({ key }) => key)
    assert.equal(sent.length, 3)
    const [, id = ''] = sent[0]?.split(':') ?? []
    await messages.preferences.later(pilot(person), id, 1, '2027-04-27')
    await messages.pass(DAY, HOUR)
    assert.deepEqual(
      messages.out.slice(3).map(({ key, at }) => [key, dateIn(at, ZONE)]),
      [[`message:${id}:2`, '2027-04-27']],
    )
    await db.close()
  })

  it('what is done before it comes again leaves its first place of a full week taken', async () => {
    const clock = fixedClock(Date.parse('2027-04-26T08:00:00Z'))
    const db = await openDatabase({ url: 'file::memory:', clock, migrations: atOnce })
    await db.migrate()
    const messages = setMessages(db, clock)
    const [person = ''] = PEOPLE
    for (const reason of ['one', 'two', 'three']) await messages.tell(person, reason)
    await messages.pass(HOUR, HOUR)
    const [, id = ''] = messages.out[0]?.key.split(':') ?? []
    await messages.preferences.later(pilot(person), id, 1, '2027-04-27')
    clock.advance(DAY)
    await messages.deliver('not posted')
    await messages.usecases.drop(id)
    await messages.tell(person, 'four')
    await messages.pass(2 * DAY, HOUR)
    assert.equal(messages.out.length, 3)
    await db.close()
  })

  it('what reminds of one’s own act takes no place of the week, and lets others pass in the morning', () => {
    const own = ['my-workshop-tomorrow', 'my-horizon'] as const
    assert.deepEqual(own.map(counted), [false, false])
    assert.deepEqual(own.map(isBulk), [true, true])
    assert.equal(isBulk('idea-answered'), false)
  })
})
