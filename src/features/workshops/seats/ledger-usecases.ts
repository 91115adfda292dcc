import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Fact, Note } from '../../../kernel/storage/outbox.ts'
import type { Workshop } from '../workshop/domain.ts'
import { type HeldSeats, holds, type Pool, type Registration } from './domain.ts'
import type { Among, SeatStore } from './waiting-list-usecases.ts'

/** What a batch reads and writes for several people of one workshop at once. */
export type SeatBatchStore = {
  /** Registrations of those of `people` who have one. */
  readonly findAll: (workshop: string, people: readonly string[]) => Promise<readonly Registration[]>
  readonly facilitatorsAmong: (workshop: string, people: readonly string[]) => Promise<ReadonlySet<string>>
  /** Which of `people` have a seat at `dayKey` in another workshop. */
  readonly seatedAmong: (
    people: readonly string[],
    dayKey: string,
    except: string,
  ) => Promise<ReadonlySet<string>>
  /** One registration of each person at most. */
  readonly putAll: (registrations: readonly Registration[]) => Promise<void>
  /** Sets the last waiting-list number that was given. */
  readonly numbered: (workshop: string, queueNo: number) => Promise<void>
}

/** What was read of a locked workshop before a batch: `seated` elsewhere on its day, among the people of the batch. */
export type SeatsRead = {
  readonly workshop: Workshop
  readonly people: readonly string[]
  readonly dayKey: string | null
  readonly own: readonly Registration[]
  readonly held: readonly HeldSeats[]
  readonly facilitators: ReadonlySet<string>
  readonly seated: ReadonlySet<string>
}

type Written = {
  readonly registrations: ReadonlyMap<string, Registration>
  readonly facts: readonly Fact[]
  readonly took: ReadonlySet<string>
}

const NONE: Written = { registrations: new Map(), facts: [], took: new Set() }

export type SeatLedger = ReturnType<typeof seatLedger>

/**
 * Seats of one locked workshop while a batch of acts is decided: what they write is kept here, read again by those after them, and
 * forgotten where one is refused. Nothing is stored before the end.
 */
export function seatLedger(store: SeatStore, read: SeatsRead) {
  const { workshop, dayKey } = read
  const asked = new Set(read.people)
  /** As they are stored; undefined: no registration. */
  const stored = new Map<string, Registration | undefined>(read.people.map(person => [person, undefined]))
  let written = NONE
  let numbered: { readonly last: number; readonly many: boolean } | undefined
  let quotas: ReturnType<SeatStore['quotas']> | undefined
  let lapsed: ReturnType<SeatStore['lapsed']> | undefined

  function know(rows: readonly Registration[]): readonly Registration[] {
    for (const each of rows) stored.set(each.person, each)
    return rows
  }
  know(read.own)

  /** Stored rows as they are by now, with those that were written. */
  function now(rows: readonly Registration[]): readonly Registration[] {
    const others = rows.filter(({ person }) => !written.registrations.has(person))
    return [...others, ...written.registrations.values()]
  }

  function held(): readonly HeldSeats[] {
    const counts = new Map<string, HeldSeats>()
    const add = (direction: string | null, pool: Pool, count: number) => {
      const key = `${pool} ${direction ?? ''}`
      counts.set(key, { direction, pool, count: (counts.get(key)?.count ?? 0) + count })
    }
    const move = (each: Registration | undefined, count: number) => {
      if (each && holds(each.answer)) add(each.direction ?? null, each.pool ?? 'open', count)
    }
    for (const { direction, pool, count } of read.held) add(direction, pool, count)
    for (const [person, after] of written.registrations) {
      move(stored.get(person), -1)
      move(after, 1)
    }
    return [...counts.values()].filter(({ count }) => count > 0)
  }

  const seats: SeatStore = {
    putQuotas: store.putQuotas,
    before: store.before,
    waitsIn: store.waitsIn,
    crowded: store.crowded,
    moveSeats: store.moveSeats,
    recount: store.recount,
    held: async () => held(),
    quotas: id => (quotas ??= store.quotas(id)),
    find: async (id, person) => {
      if (!stored.has(person)) stored.set(person, await store.find(id, person))
      return written.registrations.get(person) ?? stored.get(person)
    },
    put: async registration => {
      const { person } = registration
      if (!stored.has(person)) throw new Error('a registration is written that was not read')
      written = { ...written, registrations: new Map(written.registrations).set(person, registration) }
    },
    isFacilitator: async (id, person) =>
      asked.has(person) ? read.facilitators.has(person) : store.isFacilitator(id, person),
    hasSeatAt: async (person, key, except) =>
      asked.has(person) && key === dayKey ? read.seated.has(person) : store.hasSeatAt(person, key, except),
    nextNo: async id => {
      numbered = { last: numbered ? numbered.last + 1 : await store.nextNo(id), many: numbered !== undefined }
      return numbered.last
    },
    lapsed: async (id, at) => {
      lapsed ??= store.lapsed(id, at).then(know)
      return now(await lapsed).filter(
        each => each.answer === 'offered' && (each.offeredUntil ?? at + 1) <= at,
      )
    },
    waiting: async (id, among, key, limit) => {
      const rows = know(await store.waiting(id, among, key, limit + written.registrations.size))
      return now(rows)
        .filter(each => each.answer === 'waiting' && isAmong(each, among))
        .filter(({ person }) => key === null || !read.seated.has(person))
        .toSorted((one, other) => (one.queueNo ?? 0) - (other.queueNo ?? 0))
        .slice(0, limit)
    },
  }

  return {
    seats,
    note: (async (_, fact) => {
      written = { ...written, facts: [...written.facts, fact] }
    }) satisfies Note,
    tookPart: async (_: unknown, ...ids: readonly string[]): Promise<void> => {
      written = { ...written, took: new Set([...written.took, ...ids]) }
    },

    /** The workshop as its counters are by now. */
    workshop(): Workshop {
      const seatsTaken = held().reduce((sum, { count }) => sum + count, 0)
      const moved = [...written.registrations].map(
        ([person, { answer }]) =>
          Number(answer === 'waiting') - Number(stored.get(person)?.answer === 'waiting'),
      )
      return {
        ...workshop,
        seatsTaken,
        waiting: workshop.waiting + moved.reduce((sum, each) => sum + each, 0),
      }
    },

    /** What `act` writes is forgotten where it is refused. */
    async attempt<T>(act: () => Promise<T>): Promise<T> {
      const before = written
      try {
        return await act()
      } catch (error) {
        if (error instanceof Refusal) written = before
        throw error
      }
    },

    /** What is to be stored. `lastNo`: of the waiting list, where it is another than the store's. */
    written: () => ({ ...written, lastNo: numbered?.many ? numbered.last : undefined }),
  }
}

function isAmong({ pool, direction }: Registration, among: Among): boolean {
  return 'pool' in among ? pool === among.pool : among.directions.includes(direction ?? '')
}
