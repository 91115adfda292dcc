import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { type Clock, MINUTE } from '../../../kernel/time/clock.ts'
import { seriesFact } from '../series/facts.ts'
import { seatsLeft, stageOf, type Workshop, type WorkshopSeen } from '../workshop/domain.ts'
import { ANSWER_STANDS, cardFact, roomFact } from '../workshop/facts.ts'
import { momentsOf } from '../workshop/key-dates.ts'
import type { WorkshopStore } from '../workshop/usecases.ts'

/** Minimum interval between edits of a card for its seats (ms): each edit interrupts whoever is choosing on it. */
const REST = 10 * MINUTE

/** What a card shows of one workshop's seats. `since`: ms; null: from the start. */
type Posted = {
  readonly workshop: Workshop
  readonly saysFull: boolean
  readonly since: number | null
  /** When its last seat was taken (ms); null without any. */
  readonly seatedAt: number | null
}

export type PostedCardStore = {
  /** Everything on the same card: the workshop, or all days of its series. */
  readonly ofCard: (workshop: Pick<Workshop, 'id' | 'series'>) => Promise<readonly Posted[]>
  /** Stores what the card shows, and since when (ms) if that changed. */
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

/**
 * When cards in channels are edited: not because somebody answered, which would erase the answer just shown to them.
 */
export function postedCardUsecases({ store, posted, transact, read, note, clock, zone }: Parts) {
  /** The card shows fullness only while registration is open. */
  function isStale({ workshop, saysFull }: Posted, now: number): boolean {
    const stage = stageOf(workshop, now)
    return (stage === 'announced' || stage === 'full') && (seatsLeft(workshop) === 0) !== saysFull
  }

  /** When it may be edited for its seats (ms). A clock that was set back delays nothing. */
  function restedAt(card: readonly Posted[], now: number): number {
    const edits = card.map(({ since }) => since).filter(at => at !== null && at <= now)
    return edits.length === 0 ? now : Math.max(...edits.map(Number)) + REST
  }

  /** Until when those who took the last seats read their answer on it (ms). */
  function readUntil(card: readonly Posted[], now: number): number {
    const full = card.filter(each => !each.saysFull && isStale(each, now))
    const seated = full.map(({ seatedAt }) => seatedAt ?? 0).filter(at => at <= now)
    return Math.max(0, ...seated) + ANSWER_STANDS
  }

  return {
    /** Called when the card is rendered for its channel. */
    drawn: (days: readonly WorkshopSeen[]): Promise<void> =>
      transact(async tx => {
        for (const day of days) await posted(tx).say(day.id, seatsLeft(day) === 0, clock.now())
      }),

    /**
     * Schedules an edit when the card shows full for free, or the reverse; later, if it was edited for that recently.
     */
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

    /** Whether the key date (ms) that a fact was scheduled for still applies. */
    isDue: async (id: string, at: number | undefined): Promise<boolean> => {
      if (at === undefined) return true
      const workshop = await read(tx => store(tx).find(id))
      return workshop !== undefined && momentsOf(workshop, zone).includes(at)
    },

    /** Edits the card of a series once for all days that changed together. */
    seriesTurned: (id: string): Promise<void> =>
      transact(async tx => {
        const workshop = await store(tx).find(id)
        if (workshop && workshop.series !== '') await note(tx, seriesFact(workshop.series))
      }),
  }
}
