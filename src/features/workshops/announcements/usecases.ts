import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { type Clock, MINUTE } from '../../../kernel/time/clock.ts'
import { seriesFact } from '../series/facts.ts'
import { seatsLeft, stageOf, type Workshop, type WorkshopSeen } from '../workshop/domain.ts'
import { ANSWER_STANDS, cardFact, roomFact } from '../workshop/facts.ts'
import { momentsOf } from '../workshop/key-dates.ts'
import type { WorkshopStore } from '../workshop/usecases.ts'

/** A card is edited at most once in so long because seats went or came (ms): each edit takes what somebody was choosing. */
const REST = 10 * MINUTE

/** What a card says of one workshop's seats. `since`: ms; null: from its beginning. */
type Posted = {
  readonly workshop: Workshop
  readonly saysFull: boolean
  readonly since: number | null
  /** When its last seat was taken (ms); null: nobody has one. */
  readonly seatedAt: number | null
}

export type PostedCardStore = {
  /** What stands on the same card: the workshop, or all days of its series. */
  readonly ofCard: (workshop: Pick<Workshop, 'id' | 'series'>) => Promise<readonly Posted[]>
  /** Notes what the card says, and from when (ms) if it said something else. */
  readonly say: (workshop: string, full: boolean, now: number) => Promise<void>
}

type Parts = {
  readonly store: (tx: Tx) => Pick<WorkshopStore, 'find'>
  readonly posted: (tx: Tx) => PostedCardStore
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly clock: Clock
  readonly zone: string
}

export type PostedCardUsecases = ReturnType<typeof postedCardUsecases>

/** When cards in channels are edited: not because somebody answered, which would take their answer from the one who did. */
export function postedCardUsecases({ store, posted, transact, read, note, clock, zone }: Parts) {
  /** Only while it can be registered for does its card say so. */
  function isStale({ workshop, saysFull }: Posted, now: number): boolean {
    const stage = stageOf(workshop, now)
    return (stage === 'announced' || stage === 'full') && (seatsLeft(workshop) === 0) !== saysFull
  }

  /** When it may be edited for its seats (ms). A clock that was set back makes nobody wait. */
  function restedAt(card: readonly Posted[], now: number): number {
    const edits = card.map(({ since }) => since).filter(at => at !== null && at <= now)
    return edits.length === 0 ? now : Math.max(...edits.map(Number)) + REST
  }

  /** Until when those who filled it are reading that they have a seat (ms). */
  function readUntil(card: readonly Posted[], now: number): number {
    const full = card.filter(each => !each.saysFull && isStale(each, now))
    const seated = full.map(({ seatedAt }) => seatedAt ?? 0).filter(at => at <= now)
    return Math.max(0, ...seated) + ANSWER_STANDS
  }

  return {
    /** What is about to stand in the channel. */
    drawn: (days: readonly WorkshopSeen[]): Promise<void> =>
      transact(async tx => {
        for (const day of days) await posted(tx).say(day.id, seatsLeft(day) === 0, clock.now())
      }),

    /** Has the card say that it is full, or free again, if it says otherwise; later, where it was edited for that lately. */
    seatsTurned: (id: string): Promise<void> =>
      transact(async tx => {
        const workshop = await store(tx).find(id)
        if (!workshop) return
        const now = clock.now()
        const card = await posted(tx).ofCard(workshop)
        if (!card.some(each => isStale(each, now))) return
        const at = Math.max(restedAt(card, now), readUntil(card, now))
        await note(tx, at > now ? roomFact(workshop, at) : cardFact(id))
      }),

    /** Whether the moment (ms) for which a fact was noted is one of the workshop's still. */
    isDue: async (id: string, at: number | undefined): Promise<boolean> => {
      if (at === undefined) return true
      const workshop = await read(tx => store(tx).find(id))
      return workshop !== undefined && momentsOf(workshop, zone).includes(at)
    },

    /** The card of a day's series is drawn once for all days that changed together. */
    seriesTurned: (id: string): Promise<void> =>
      transact(async tx => {
        const workshop = await store(tx).find(id)
        if (workshop && workshop.series !== '') await note(tx, seriesFact(workshop.series))
      }),
  }
}
