import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { SeriesStore } from '../series/usecases.ts'
import { requireFound, type Workshop } from '../workshop/domain.ts'
import type { WorkshopStore } from '../workshop/usecases.ts'
import {
  type GivenAnswer,
  OPENING_PERMISSIONS,
  type Opening,
  type OpeningRequest,
  type OpeningThing,
  openingFact,
  openingOf,
  reasonOf,
  requireLater,
  stillWants,
  thingOf,
} from './domain.ts'

/** Requests handled per transaction: limits how long others wait to some tens of milliseconds. */
const PAGE = 50

export type OpeningStore = {
  /** Adds a request; the first one of a person is kept. */
  readonly put: (thing: OpeningThing, request: OpeningRequest) => Promise<void>
  /** Deletes the requests of `people`. */
  readonly take: (thing: OpeningThing, people: readonly string[]) => Promise<void>
  readonly clear: (thing: OpeningThing) => Promise<void>
  /** The requests, who asked first before the others. */
  readonly first: (thing: OpeningThing, limit: number) => Promise<readonly OpeningRequest[]>
  /** Those of `things`, by id, that the person asked about. */
  readonly asked: (person: string, things: readonly string[]) => Promise<ReadonlySet<string>>
  readonly counts: (things: readonly string[]) => Promise<ReadonlyMap<string, number>>
  /** Answers of `people` to `workshops`. */
  readonly answers: (
    workshops: readonly string[],
    people: readonly string[],
  ) => Promise<readonly GivenAnswer[]>
  /** Announced workshops whose registration opens within the span (milliseconds), by that date. */
  readonly opening: (span: OpeningSpan) => Promise<readonly Workshop[]>
}

type OpeningSpan = { readonly from: number; readonly until: number }

type Parts = {
  readonly openings: (tx: Tx) => OpeningStore
  readonly store: (tx: Tx) => Pick<WorkshopStore, 'find'>
  readonly series: (tx: Tx) => Pick<SeriesStore, 'find' | 'days'>
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly clock: Clock
  readonly messages: Pick<MessageUsecases, 'tell'>
}

export type OpeningUsecases = ReturnType<typeof openingUsecases>

/** Requests to be told when registration opens, and the telling. */
export function openingUsecases(parts: Parts) {
  const { openings, store, series, transact, read, note, clock, messages } = parts

  /** The workshop, or all days of the series; none where it is gone. */
  async function daysOf(tx: Tx, { thing, id }: OpeningThing): Promise<readonly Workshop[]> {
    if (thing === 'series') return series(tx).days(id)
    const found = await store(tx).find(id)
    return found ? [found] : []
  }

  const openingNow = async (tx: Tx, thing: OpeningThing): Promise<Opening> =>
    openingOf(await daysOf(tx, thing), clock.now())

  /** What a request about this is kept under: a day counts for its series. @throws Refusal `gone` */
  async function thingFor(tx: Tx, { thing, id }: OpeningThing): Promise<OpeningThing> {
    if (thing === 'workshop') {
      const found = requireFound(await store(tx).find(id))
      if (found.state === 'draft') throw new Refusal('gone')
      return thingOf(found)
    }
    const found = requireFound(await series(tx).find(id))
    if (found.announcedAt === null) throw new Refusal('gone')
    return { thing, id }
  }

  /** Tells a page of those who asked, and forgets their requests. @returns whether others are left */
  async function tellPage(
    tx: Tx,
    thing: OpeningThing,
    opening: Opening & { state: 'open' },
  ): Promise<boolean> {
    const requests = await openings(tx).first(thing, PAGE)
    const people = requests.map(({ person }) => person)
    const answers = await openings(tx).answers(
      (await daysOf(tx, thing)).map(({ id }) => id),
      people,
    )
    const byPerson = Map.groupBy(answers, ({ person }) => person)
    const [day] = opening.days
    for (const request of requests) {
      if (!day || !stillWants(request, byPerson.get(request.person) ?? [], thing)) continue
      await messages.tell(tx, {
        person: request.person,
        topic: 'workshop-opens',
        reason: reasonOf(thing, request),
        subject: { workshop: day.id, ...(thing.thing === 'series' && { series: thing.id }) },
        by: 'workshops',
        until: opening.until,
      })
    }
    await openings(tx).take(thing, people)
    return requests.length === PAGE
  }

  return {
    /**
     * Notes that the person wants to be told when registration opens, or no longer (`on`). A day of a series counts
     * for the series. Idempotent.
     * @returns when it opens (milliseconds); undefined when the request was taken back
     * @throws Refusal `role-needed`, and of `thingFor` and `requireLater`
     */
    remind(actor: Actor, about: OpeningThing, on: boolean): Promise<number | undefined> {
      permit(OPENING_PERMISSIONS.remind, actor.role)
      return transact(async tx => {
        const thing = await thingFor(tx, about)
        if (!on) {
          await openings(tx).take(thing, [actor.id])
          return undefined
        }
        const at = requireLater(await daysOf(tx, thing), clock.now())
        await openings(tx).put(thing, { person: actor.id, askedAt: clock.now() })
        // Merged with the fact that waits, which delivery cannot take before this is committed.
        await note(tx, openingFact(thing, at))
        return at
      })
    },

    /** Whether the person asked to be told when registration for the series opens. */
    asksFor: async ({ id }: Pick<Actor, 'id'>, of: string): Promise<boolean> =>
      (await read(tx => openings(tx).asked(id, [of]))).has(of),

    /** A workshop changed: tells at once what opened early, reschedules, forgets what was called off. */
    changed: (workshop: string): Promise<void> =>
      transact(async tx => {
        const found = await store(tx).find(workshop)
        if (!found) return
        const thing = thingOf(found)
        if ((await openings(tx).first(thing, 1)).length === 0) return
        const opening = await openingNow(tx, thing)
        if (opening.state === 'open') await note(tx, openingFact(thing))
        if (opening.state === 'later') await note(tx, openingFact(thing, opening.at))
        if (opening.state === 'over') await openings(tx).clear(thing)
      }),

    /** Registration was to open now: tells a page of those who asked; a fact tells the next. */
    due: (thing: OpeningThing): Promise<void> =>
      transact(async tx => {
        const opening = await openingNow(tx, thing)
        if (opening.state === 'later') return note(tx, openingFact(thing, opening.at))
        if (opening.state === 'over') return openings(tx).clear(thing)
        if (opening.state === 'open' && (await tellPage(tx, thing, opening)))
          await note(tx, openingFact(thing))
      }),

    /** A message was dropped because registration no longer is open: the person is told when it opens after all. */
    revive: (person: string, thing: OpeningThing): Promise<void> =>
      transact(async tx => {
        const opening = await openingNow(tx, thing)
        if (opening.state === 'open' || opening.state === 'over') return
        await openings(tx).put(thing, { person, askedAt: clock.now() })
        if (opening.state === 'later') await note(tx, openingFact(thing, opening.at))
      }),
  }
}
