import assert from 'node:assert/strict'
import fc from 'fast-check'
import { open, openDatabase } from '../../../src/db/index.ts'
import { weekOf } from '../../../src/features/messages/calendar/domain.ts'
import { counts } from '../../../src/features/messages/message/budget.ts'
import type { Topic } from '../../../src/features/messages/message/domain.ts'
import type { Tx } from '../../../src/kernel/storage/tx.ts'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import { dateIn } from '../../../src/kernel/time/time-zone.ts'
import { atOnce } from '../../support/database/schema.ts'
import { pilot, setMessages, ZONE } from '../../support/features/messages.ts'
import { fixedClock } from '../../support/product/clock.ts'

const PEOPLE = ['ines', 'omar']
/** A Thursday at ten in Paris. */
const START = Date.parse('2027-04-29T08:00:00Z')

/** A card as it left. `tells`: the moves that stood; none for any other message. */
type Left = {
  readonly person: string
  readonly topic: Topic
  readonly id: string
  readonly round: number
  readonly at: number
  readonly tells: readonly string[]
}

/** Messages, and the moves that fell out meanwhile: what the features to the right would say of each. */
async function setReturns() {
  const clock = fixedClock(START)
  const db = await openDatabase({ url: 'file::memory:', clock, migrations: atOnce })
  await db.migrate()
  const messages = setMessages(db, clock)
  const fallen = new Set<string>()
  const left: Left[] = []
  let dropped = 0

  async function send(ticket: string): Promise<void> {
    const { usecases } = messages
    const claimed = await usecases.claim(ticket)
    if (!claimed) return
    const { id, topic, round, key, actor, to } = claimed
    const moves = topic === 'idea-answered' ? await usecases.moves(id) : []
    const tells = moves.map(({ reason }) => reason).filter(reason => !fallen.has(`${actor.id} ${reason}`))
    if (topic === 'idea-answered' && tells.length === 0) {
      dropped++
      return usecases.drop(id)
    }
    await db.posts.recordPost({ key, address: to, message_id: key }, clock.now())
    left.push({ person: actor.id, topic, id, round, at: clock.now(), tells })
  }

  async function deliver(): Promise<void> {
    for (let taken = await db.queue.take(); taken; taken = await db.queue.take()) {
      await send(String(taken.fact.payload.message))
      await db.queue.finish(taken.id)
    }
  }

  return {
    ...messages,
    db,
    clock,
    fallen,
    left,
    dropped: () => dropped,
    deliver,
    move: (person: string, reason: string) => messages.tell(person, reason, { topic: 'idea-answered' }),
    async pass(ms: number, step = 3 * HOUR): Promise<void> {
      for (let gone = 0; gone < ms; gone += step) {
        clock.advance(step)
        await deliver()
      }
    },
  }
}

const person = fc.constantFrom(...PEOPLE)
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('move' as const),
      person,
      reason: fc.integer({ min: 1, max: 40 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('fall' as const),
      person,
      reason: fc.integer({ min: 1, max: 40 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('tell' as const),
      person,
      topic: fc.constantFrom<Topic>('workshop-soon', 'broadcast', 'digest', 'ideas-waiting', 'my-horizon'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 90 }) }),
  },
  fc.record({ does: fc.constant('later' as const) }),
  fc.record({ does: fc.constant('cap' as const), person, perWeek: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ does: fc.constant('pause' as const), person, days: fc.integer({ min: 0, max: 9 }) }),
  fc.record({ does: fc.constant('leave' as const), person }),
  fc.record({ does: fc.constant('arrive' as const), person }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

type Set = Awaited<ReturnType<typeof setReturns>>

async function act(set: Set, one: Step, serial: number): Promise<void> {
  const { preferences, usecases, unreachable, left, clock } = set
  if (one.does === 'move') await set.move(one.person, `move-${one.reason}`)
  if (one.does === 'fall') set.fallen.add(`${one.person} move-${one.reason}`)
  if (one.does === 'tell') await set.tell(one.person, `told-${serial}`, { topic: one.topic })
  if (one.does === 'pass') await set.pass(one.hours * HOUR)
  if (one.does === 'cap') await preferences.change(pilot(one.person), { perWeek: one.perWeek })
  if (one.does === 'pause') {
    const until = dateIn(clock.now() + one.days * DAY, ZONE)
    await preferences.change(pilot(one.person), { pausedUntil: until })
  }
  if (one.does === 'leave') unreachable.add(one.person)
  if (one.does === 'arrive') {
    unreachable.delete(one.person)
    await usecases.arrived(one.person)
  }
  const last = left.findLast(({ topic }) => topic === 'idea-answered')
  if (one.does === 'later' && last)
    await preferences
      .later(pilot(last.person), last.id, last.round, dateIn(clock.now() + 2 * DAY, ZONE))
      .catch(() => {})
}

const isCard = ({ topic }: Left) => topic === 'idea-answered'

/** Every promise about such cards, of one person's messages. */
function check(left: readonly Left[], most: number): void {
  const cards = left.filter(isCard)
  for (const [index, card] of cards.entries()) {
    const before = cards[index - 1]
    if (before && card.round === 1)
      assert.ok(card.at - before.at >= 7 * DAY, `two within ${(card.at - before.at) / DAY} days`)
    assert.ok(card.tells.length > 0, 'about nothing')
  }
  const first = cards
    .filter(({ round }) => round === 1)
    .flatMap(({ id, tells }) => tells.map(one => [one, id]))
  const tellers = Map.groupBy(first, ([one]) => one)
  for (const [move, of] of tellers)
    assert.equal(new Set(of.map(([, id]) => id)).size, 1, `${move} told twice`)
  const counted = left.filter(({ topic }) => counts({ topic, subject: {} }))
  for (const [week, of] of Map.groupBy(counted, ({ at }) => weekOf(at, ZONE)))
    assert.ok(new Set(of.map(({ id }) => id)).size <= most, `${week} over the budget`)
}

describe('what one touched that moves', () => {
  it('is told in one card a week at most, within the budget, once, and nothing is lost', async function () {
    this.timeout(240_000)
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async steps => {
        const set = await setReturns()
        for (const [serial, one] of steps.entries()) await act(set, one, serial)
        // In the end everybody has a chat, and weeks go by in which nothing moves.
        for (const name of PEOPLE) {
          set.unreachable.delete(name)
          await set.usecases.arrived(name)
        }
        await set.pass(70 * DAY, 5 * HOUR)
        for (const name of PEOPLE) {
          const own = set.left.filter(one => one.person === name)
          check(own, 3)
          const told = new Set(own.flatMap(({ tells }) => tells))
          for (const one of steps)
            if (one.does === 'move' && one.person === name)
              assert.ok(
                told.has(`move-${one.reason}`) || set.fallen.has(`${name} move-${one.reason}`),
                `move-${one.reason} of ${name} was lost`,
              )
        }
        await set.db.close()
      }),
      { numRuns: Number(process.env.RETURN_RUNS ?? 60) },
    )
  })
})

describe('a week that is full', () => {
  let set: Set
  beforeEach(async () => {
    set = await setReturns()
  })
  afterEach(() => set.db.close())
  const sent = () => set.left.map(({ topic }) => topic)

  it('keeps its last place for what moved, and lets an invitation wait', async () => {
    await set.move('ines', 'first')
    await set.deliver()
    // Due again on Thursday of the week after: two places of that week are left for others.
    await set.move('ines', 'second')
    await set.pass(4 * DAY, HOUR)
    for (const reason of ['a', 'b', 'c']) await set.tell('ines', reason)
    await set.pass(6 * DAY, HOUR)
    assert.deepEqual(sent(), ['idea-answered', 'workshop-soon', 'workshop-soon', 'idea-answered'])
    await set.pass(3 * DAY, HOUR)
    assert.equal(sent().at(-1), 'workshop-soon')
  })

  it('gives way to what the person answers for', async () => {
    await set.preferences.change(pilot('ines'), { perWeek: 1 })
    await set.move('ines', 'first')
    await set.tell('ines', 'waits', { topic: 'ideas-waiting' })
    await set.deliver()
    assert.deepEqual(sent(), ['ideas-waiting'])
    await set.pass(5 * DAY, HOUR)
    assert.deepEqual(sent(), ['ideas-waiting', 'idea-answered'])
  })
})

describe('a card that was dropped', () => {
  it('leaves alone a message that is on its way out', async () => {
    const clock = fixedClock(START)
    const db = await openDatabase({ url: 'file::memory:', clock, migrations: atOnce })
    await db.migrate()
    let whenNoted: ((tx: Tx) => Promise<void>) | undefined
    const note: typeof db.note = async (tx, fact) => {
      await db.note(tx, fact)
      await whenNoted?.(tx)
    }
    const { usecases, tell } = setMessages({ ...db, note }, clock)
    for (const reason of ['one', 'two', 'three']) await tell('ines', reason)
    const returns = (tx: Tx) => open(tx).updateTable('message').set({ topic: 'idea-answered' })
    await db.transact(tx => returns(tx).execute())
    const found = await db.read(tx => open(tx).selectFrom('message').select(['id', 'reason']).execute())
    const idOf = (wanted: string) => found.find(({ reason }) => reason === wanted)?.id ?? ''
    // While the second is given its new time, the third leaves.
    whenNoted = async tx => {
      whenNoted = undefined
      await open(tx).updateTable('message').set({ state: 'sent' }).where('id', '=', idOf('three')).execute()
    }
    await usecases.drop(idOf('one'))
    assert.equal(whenNoted, undefined)
    const third = await usecases.show(pilot('ines'), idOf('three'))
    assert.equal(third.state, 'sent')
    await db.close()
  })
})

describe('moves of seven days', () => {
  let set: Set
  beforeEach(async () => {
    set = await setReturns()
  })
  afterEach(() => set.db.close())

  it('come in one card once they are over, the first of all at once', async () => {
    await set.move('ines', 'one')
    await set.deliver()
    assert.deepEqual(
      set.left.map(({ at, tells }) => [at, tells]),
      [[START, ['one']]],
    )
    for (const reason of ['two', 'three', 'one', 'four']) {
      await set.move('ines', reason)
      await set.pass(DAY, HOUR)
    }
    set.fallen.add('ines three')
    assert.equal(set.left.length, 1)
    await set.pass(4 * DAY, HOUR)
    assert.deepEqual(set.left[1]?.tells.toSorted(), ['four', 'two'])
    // The seventh day is Ascension: the next morning.
    assert.equal(set.left[1]?.at, Date.parse('2027-05-07T07:00:00Z'))
    assert.equal(set.left.length, 2)
  })

  it('are told to nobody where none is so any more, and the next need not wait for them', async () => {
    await set.move('ines', 'one')
    set.fallen.add('ines one')
    await set.deliver()
    assert.deepEqual([set.left.length, set.dropped()], [0, 1])
    await set.move('ines', 'two')
    await set.deliver()
    assert.deepEqual(
      set.left.map(({ tells }) => tells),
      [['two']],
    )
  })

  it('wait seven days for the next card also where the last one was put off, and had then nothing left to tell', async () => {
    await set.move('ines', 'one')
    await set.deliver()
    await set.preferences.later(pilot('ines'), set.left[0]?.id ?? '', 1, '2027-05-03')
    set.fallen.add('ines one')
    await set.pass(4 * DAY, HOUR)
    assert.deepEqual([set.left.length, set.dropped()], [1, 1])
    await set.move('ines', 'two')
    await set.pass(8 * DAY, HOUR)
    assert.deepEqual(
      set.left.map(({ tells }) => tells),
      [['one'], ['two']],
    )
    check(set.left, 3)
  })

  it('leave at once, by itself, what one must know', async () => {
    for (const reason of ['one', 'two'])
      await set.tell('ines', reason, { topic: 'idea-answered', subject: { atOnce: 1 } })
    let claimed = 0
    for (let taken = await set.db.queue.take(); taken; taken = await set.db.queue.take()) {
      if (await set.usecases.claim(String(taken.fact.payload.message))) claimed++
      await set.db.queue.finish(taken.id)
    }
    assert.equal(claimed, 2)
  })

  it('wait for the next card however much left at once meanwhile', async () => {
    await set.move('ines', 'one')
    await set.deliver()
    for (let n = 0; n < 12; n++)
      await set.tell('ines', `now-${n}`, { topic: 'idea-answered', subject: { idea: 'i', atOnce: 1 } })
    for (let taken = await set.db.queue.take(); taken; taken = await set.db.queue.take()) {
      await set.usecases.claim(String(taken.fact.payload.message))
      await set.db.queue.finish(taken.id)
    }
    await set.move('ines', 'two')
    await set.pass(8 * DAY, HOUR)
    assert.deepEqual(
      set.left.map(({ tells }) => tells),
      [['one'], ['two']],
    )
    check(set.left, 3)
  })

  it('are gathered from what a version had queued that sent each by itself', async () => {
    await set.db.transact(async tx => {
      for (const reason of ['old-1', 'old-2', 'old-3']) {
        await set.usecases.tell(tx, {
          person: 'ines',
          topic: 'seat-offered',
          reason,
          subject: {},
          by: 'ideas',
        })
      }
      await open(tx).updateTable('message').set({ topic: 'idea-answered' }).execute()
    })
    await set.move('ines', 'new')
    await set.pass(8 * DAY, HOUR)
    const told = set.left.flatMap(({ tells }) => tells)
    assert.deepEqual(told.toSorted(), ['new', 'old-1', 'old-2', 'old-3'])
    check(set.left, 3)
  })
})
