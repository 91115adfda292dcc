import assert from 'node:assert/strict'
import type { Database } from '../../../src/db/index.ts'
import { seatBatchStore } from '../../../src/features/workshops/seats/batch-store.ts'
import { dayKeyOf, type Registration, seatFor } from '../../../src/features/workshops/seats/domain.ts'
import type { SeatBatchStore } from '../../../src/features/workshops/seats/ledger-usecases.ts'
import { quotasOf } from '../../../src/features/workshops/seats/quotas.ts'
import { seatStore } from '../../../src/features/workshops/seats/store.ts'
import type { SeatStore } from '../../../src/features/workshops/seats/waiting-list-usecases.ts'
import type { Workshop } from '../../../src/features/workshops/workshop/domain.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import type { Tx } from '../../../src/kernel/storage/tx.ts'
import type { Clock } from '../../../src/kernel/time/clock.ts'
import { programme } from '../programme/programme.ts'
import { seatsOn } from './seats.ts'

export type Crowd = {
  readonly people: number
  /** Of each of ten workshops, two a day. */
  readonly seats: number
  readonly reserved: number
  readonly atOnce: number
}

/** `took`: milliseconds of each act; `refused`: how many by code; `offered`: seats that went on to who waited. */
export type Crowded = {
  readonly seconds: number
  readonly took: readonly number[]
  readonly refused: Readonly<Record<string, number>>
  readonly seated: number
  readonly waiting: number
  readonly offered: number
  readonly swapped: number
}

/** The same numbers every time, from 0 to 1. */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One person in 40 is a pilot; Directions have as many as they are large. */
function personIn(number: number, people: number): Actor {
  let place = (number / people) * programme.headcount
  const direction = programme.directions.find(({ headcount }) => {
    place -= headcount
    return place < 0
  })
  const role = number % 40 === 0 ? 'pilot' : 'agent'
  return { id: `p-${number}`, name: `Agent ${number}`, role, language: 'fr', direction: direction?.id ?? '' }
}

/** Notes what each seat was given for, in passing. */
function watched() {
  const numbers = new Map<string, number>()
  /** The last number of a waiting list to which a seat was offered, by workshop and by whom it was for. */
  const reached = new Map<string, number>()
  const days = new Set<string>()
  let offered = 0

  function note({ workshop, person, answer, queueNo, pool, direction, dayKey }: Registration): void {
    const own = `${workshop} ${person}`
    if (answer === 'waiting' && queueNo !== null) numbers.set(own, queueNo)
    if (dayKey !== null) days.add(`${person} ${dayKey}`)
    if (answer !== 'offered') return
    offered += 1
    const line = `${workshop} ${pool === 'reserved' ? '' : direction}`
    reached.set(line, Math.max(reached.get(line) ?? 0, numbers.get(own) ?? 0))
  }

  const seats = (tx: Tx): SeatStore => {
    const store = seatStore(tx)
    return {
      ...store,
      put: registration => {
        note(registration)
        return store.put(registration)
      },
    }
  }
  const several = (tx: Tx): SeatBatchStore => {
    const store = seatBatchStore(tx)
    return {
      ...store,
      putAll: registrations => {
        for (const each of registrations) note(each)
        return store.putAll(registrations)
      },
    }
  }
  return { seats, several, reached, days, offers: () => offered }
}

type Act = { readonly at: number; readonly do: () => Promise<unknown> }

/**
 * Lets everybody register for days of one series, `atOnce` at the same moment: some for two days, some twice, some give
 * up or change days; most confirm what they are offered. Then holds what stands against the rules.
 * @throws AssertionError
 */
export async function letCrowd(db: Database, clock: Clock, crowd: Crowd): Promise<Crowded> {
  const { people, seats, reserved, atOnce } = crowd
  const watch = watched()
  const { workshops, add, answers, reallocateDueSeats, availabilityIn, find } = seatsOn(
    db,
    clock,
    watch.seats,
    watch.several,
  )
  const shares = quotasOf(programme.directions, seats - reserved)
  const ids = Array.from({ length: 10 }, (_, at) => `day-${at >> 1}-${at % 2}`)
  for (const [at, id] of ids.entries())
    await add({ id, series: 'spring', capacity: seats, reserved, quotas: true, shares }, 20 + (at >> 1))

  const chance = chances(7)
  const some = () => ids[Math.floor(chance() * ids.length)] ?? ''
  const acts: Act[] = []
  const later = (at: number) => at + (1 - at) * chance()
  let swapped = 0
  for (let number = 0; number < people; number++) {
    const actor = personIn(number, people)
    const [first, second] = [some(), some()]
    const register = (id: string) => () => workshops.answer(actor, id, 'yes', { orWait: true })
    const at = chance()
    acts.push({ at, do: register(first) })
    if (chance() < 0.3) acts.push({ at: later(at), do: register(second) })
    if (chance() < 0.1) acts.push({ at, do: register(first) })
    if (chance() < 0.15) acts.push({ at: later(at), do: () => workshops.answer(actor, first, 'no') })
    if (chance() < 0.15)
      acts.push({ at: later(at), do: () => workshops.swap(actor, first, second).then(() => swapped++) })
  }
  acts.sort((a, b) => a.at - b.at)

  const took: number[] = []
  const refused: Record<string, number> = {}
  async function act(doing: () => Promise<unknown>): Promise<void> {
    const from = performance.now()
    await doing().catch(error => {
      if (!(error instanceof Refusal)) throw error
      refused[error.code] = (refused[error.code] ?? 0) + 1
    })
    took.push(performance.now() - from)
  }

  /** Whoever is offered a seat confirms it, four times in five. */
  async function hear(): Promise<number> {
    let heard = 0
    for (let taken = await db.queue.take(); taken; taken = await db.queue.take()) {
      heard += 1
      await db.queue.finish(taken.id)
      const { workshop, person } = taken.fact.payload
      if (taken.fact.kind === 'workshops.settle') await reallocateDueSeats(String(workshop))
      if (taken.fact.kind !== 'workshops.offered') continue
      const actor = personIn(Number(String(person).slice(2)), people)
      const confirms = chance() < 0.8
      await act(() => workshops[confirms ? 'confirm' : 'pass'](actor, String(workshop)))
    }
    return heard
  }

  let next = 0
  async function work(): Promise<void> {
    for (let mine = acts[next++]; mine; mine = acts[next++]) await act(mine.do)
  }
  let busy = true
  async function listen(): Promise<void> {
    while (busy) if ((await hear()) === 0) await new Promise(resolve => setImmediate(resolve))
  }
  const from = performance.now()
  const listening = listen()
  await Promise.all(Array.from({ length: atOnce }, work)).finally(() => (busy = false))
  await listening
  await hear()
  const seconds = (performance.now() - from) / 1_000

  const totals = { seated: 0, waiting: 0 }
  const seatedOn = new Set<string>()
  for (const id of ids) {
    const workshop: Workshop = await find(id)
    const all = await answers(id)
    const seated = all.filter(({ answer }) => answer === 'yes' || answer === 'offered')
    const waits = all.filter(({ answer }) => answer === 'waiting')
    assert.deepEqual([workshop.seatsTaken, workshop.waiting], [seated.length, waits.length], `${id}: counts`)
    assert.ok(seated.length <= seats, `${id}: ${seated.length} people on ${seats} seats`)
    assert.ok(seated.filter(({ pool }) => pool === 'reserved').length <= reserved, `${id}: kept seats`)
    for (const [direction, quota] of shares) {
      const own = seated.filter(each => each.direction === direction && each.pool === 'open')
      assert.ok(own.length <= quota, `${id}: ${own.length} of ${direction} on ${quota} seats`)
    }
    const dayKey = dayKeyOf(workshop, programme.zone)
    for (const { person_id, day_key } of seated) {
      assert.equal(day_key, dayKey)
      assert.ok(!seatedOn.has(`${person_id} ${day_key}`), `${person_id} sits twice on ${day_key}`)
      seatedOn.add(`${person_id} ${day_key}`)
    }
    const room = await availabilityIn(workshop)
    for (const { person_id, direction, pool, queue_no } of waits) {
      if (seatedOn.has(`${person_id} ${dayKey}`) || watch.days.has(`${person_id} ${dayKey}`)) continue
      const ruling = seatFor(room, { direction: direction ?? undefined, entitled: pool === 'reserved' })
      assert.ok(
        ruling !== 'open' && ruling !== 'reserved',
        `${id}: a seat is free for ${person_id}, who waits`,
      )
      for (const line of pool === 'reserved' ? ['', direction] : [direction])
        assert.ok(
          (queue_no ?? 0) > (watch.reached.get(`${id} ${line}`) ?? 0),
          `${id}: ${person_id} was overtaken`,
        )
    }
    totals.seated += seated.length
    totals.waiting += waits.length
  }
  return { seconds, took, refused, ...totals, offered: watch.offers(), swapped }
}
