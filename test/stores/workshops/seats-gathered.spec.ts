import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { seatsOn } from '../../support/workshops/seats.ts'

const DIRECTIONS = ['north', 'north', 'south', 'south', 'west', undefined] as const
/** Two pilots among ten: more people than seats. */
const PEOPLE: readonly Actor[] = Array.from({ length: 10 }, (_, at) => {
  const person = { id: `p${at}`, name: `p${at}`, role: at < 2 ? 'pilot' : 'agent', language: 'fr' } as const
  const direction = DIRECTIONS[at % DIRECTIONS.length]
  return direction === undefined ? person : { ...person, direction }
})

const ask = fc.record({
  kind: fc.constantFrom('yes', 'yes', 'yes', 'no', 'no', 'confirm', 'pass'),
  who: fc.nat(PEOPLE.length - 1),
  /** They have moved to another Direction by then. */
  moved: fc.boolean(),
  orWait: fc.boolean(),
  asks: fc.boolean(),
})
type Ask = typeof ask extends fc.Arbitrary<infer Each> ? Each : never
/** What comes together, and how many hours go by before the next. */
const round = fc.record({
  asks: fc.array(ask, { minLength: 1, maxLength: 14 }),
  hours: fc.constantFrom(0, 1, 60),
})
const rules = fc.record({
  capacity: fc.integer({ min: 1, max: 4 }),
  quotas: fc.boolean(),
  kept: fc.boolean(),
})

onEachEngine('acts on the seats of one workshop that come together', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })

  /** A workshop, and another of its day on which the last two people sit. */
  async function workshopIn(
    series: string,
    { capacity, quotas, kept }: { capacity: number; quotas: boolean; kept: boolean },
  ) {
    const on = seatsOn(standing.db, clock)
    const shares = quotas && {
      quotas: true,
      shares: new Map([
        ['north', 2],
        ['south', 1],
      ]),
    }
    const reserved = kept && capacity > 1 ? 1 : 0
    const when = { series, releaseAt: clock.now() + 8 * DAY }
    const { id } = await on.add({ id: `${series}-a`, capacity, reserved, ...when, ...shares })
    const other = await on.add({ id: `${series}-b`, ...when })
    for (const person of PEOPLE.slice(-2)) await on.workshops.answer(person, other.id, 'yes')
    return id
  }

  function done(workshops: ReturnType<typeof seatsOn>['workshops'], id: string, each: Ask) {
    const person = PEOPLE[each.who] as Actor
    const actor = each.moved ? { ...person, direction: 'south' } : person
    switch (each.kind) {
      case 'yes':
        return workshops.answer(actor, id, 'yes', { orWait: each.orWait })
      case 'no':
        return workshops.answer(actor, id, 'no', { asks: each.asks })
      default:
        return workshops[each.kind](actor, id)
    }
  }

  const codeOf = (end: PromiseSettledResult<unknown>) =>
    end.status === 'fulfilled' ? 'done' : [end.reason.code, end.reason.details]

  /** All rows and counters, but for the ids of the workshop and of its day. */
  async function standingOf(id: string) {
    const on = seatsOn(standing.db, clock)
    const { seatsTaken, waiting, directions } = await on.find(id)
    const rows = (await on.answers(id)).map(({ workshop_id: _, day_key, ...row }) => ({
      ...row,
      day: day_key !== null,
    }))
    return {
      seatsTaken,
      waiting,
      directions,
      rows: rows.toSorted((a, b) => (a.person_id < b.person_id ? -1 : 1)),
    }
  }

  /** What is to be told and looked at again because of it, without the card that says whether seats are free. */
  async function noted(...ids: readonly string[]): Promise<readonly unknown[][]> {
    const facts: { kind: string; payload: Record<string, unknown> }[] = []
    for (let taken = await standing.db.queue.take(); taken; taken = await standing.db.queue.take()) {
      await standing.db.queue.finish(taken.id)
      facts.push(taken.fact)
    }
    return ids.map(id =>
      facts
        .filter(({ kind, payload }) => kind === 'workshops.offered' && payload.workshop === id)
        .map(({ payload: { workshop: _, ...rest } }) => rest),
    )
  }

  it('stand, and are refused, as they would one after the other', async () => {
    let run = 0
    const seen = { rounds: 0, offers: 0, refused: new Set<string>() }
    const numRuns = engine.name === 'sqlite' ? 60 : 6
    await fc.assert(
      fc.asyncProperty(rules, fc.array(round, { minLength: 3, maxLength: 8 }), async (given, rounds) => {
        run += 1
        const [one, other] = [await workshopIn(`one-${run}`, given), await workshopIn(`two-${run}`, given)]
        const together = seatsOn(standing.db, clock).workshops
        for (const { asks, hours } of rounds) {
          const first = await Promise.allSettled(asks.map(each => done(together, one, each)))
          const second: PromiseSettledResult<unknown>[] = []
          for (const each of asks) {
            const before = await standingOf(other)
            const alone = done(seatsOn(standing.db, clock).workshops, other, each)
            const [end] = await Promise.allSettled([alone])
            if (end.status === 'rejected') assert.deepEqual(await standingOf(other), before)
            second.push(end)
          }
          assert.deepEqual(first.map(codeOf), second.map(codeOf))
          assert.deepEqual(await standingOf(one), await standingOf(other))
          const [ours, theirs] = await noted(one, other)
          assert.deepEqual(ours, theirs)
          for (const end of first) if (end.status === 'rejected') seen.refused.add(end.reason.code)
          seen.rounds += 1
          seen.offers += ours?.length ?? 0
          clock.advance(hours * HOUR)
        }
      }),
      { numRuns },
    )
    if (engine.name !== 'sqlite') return
    assert.ok(seen.offers > 0, `no offer in ${seen.rounds} rounds`)
    const codes = [
      'same-day',
      'workshop-full',
      'direction-full',
      'direction-needed',
      'seat-awaited',
      'no-offer',
    ]
    assert.deepEqual([...seen.refused].filter(code => codes.includes(code)).sort(), codes.toSorted())
  })
})
