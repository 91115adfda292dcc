import type { Fact } from '../../../kernel/storage/outbox.ts'
import { MINUTE } from '../../../kernel/time/clock.ts'
import type { Workdays } from '../../messages/index.ts'
import type { NextStepShown } from '../../next-steps/index.ts'
import type { BallotAudience } from './audience.ts'

/**
 * What is kept of what follows a result. `awaited`: it is still to be said; `said`: next steps stand on the ballot or on the
 * idea that won, or the summary of its workshop says it; `none`: nothing follows.
 */
export type KeptSequel = {
  readonly state: 'awaited' | 'said' | 'none'
  /** The day by which it is to be said, `YYYY-MM-DD`; absent for a ballot that closed before any was kept. */
  readonly due?: string
  /** Why nothing follows, in a line, and since when (ms). */
  readonly word?: string
  readonly noneAt?: number
}

/** What a result ends with, as somebody reads it. `late`: it should have been said by then. */
export type Sequel =
  | { readonly kind: 'steps'; readonly steps: readonly NextStepShown[] }
  | { readonly kind: 'awaited'; readonly due: string; readonly late: boolean }
  /** The summary of the workshop, which came out after it, says it. */
  | { readonly kind: 'summary' }
  | {
      readonly kind: 'none'
      readonly word?: string
      /** Until when it is taken back (ms), for who may. */
      readonly undoUntil?: number
    }

/** A ballot with what follows it, as one person sees it. */
export type WithSequel = {
  readonly follows?: Sequel
  /** They may write what follows; or say that nothing does. */
  readonly mayFollow?: true
  readonly maySettle?: true
}

/** Whether somebody has said it: in steps, or in the summary. */
export function isSaid(sequel: Sequel | undefined): boolean {
  return sequel?.kind === 'steps' || sequel?.kind === 'summary'
}

/** How long « Sans suite » can be taken back; others read it afterwards (ms). */
export const UNDO_TIME = 10 * MINUTE

/** The Direction that it asks, where it asks a single one: what follows is then also for who is in charge of it. */
export function directionAsked(audience: BallotAudience): string | undefined {
  if (audience.kind !== 'directions' || audience.directions.length !== 1) return undefined
  return audience.directions[0]
}

/** A vote of the people in a room, or of one table: « Sans suite » is one press there, and a reason elsewhere. */
export function isRoomVote({ kind }: BallotAudience): boolean {
  return kind === 'workshop' || kind === 'present'
}

/** Until when « Sans suite » can be taken back (ms); undefined once it cannot. */
export function settledUntil(sequel: KeptSequel | undefined, now: number): number | undefined {
  if (sequel?.state !== 'none' || sequel.noneAt === undefined) return undefined
  return now < sequel.noneAt + UNDO_TIME ? sequel.noneAt + UNDO_TIME : undefined
}

type Reading = {
  readonly today: string
  readonly now: number
  /** The reader may say that nothing follows: they see at once what others read once it stands. */
  readonly settles: boolean
  /** The workshop whose people it asked has published its summary since. */
  readonly summarised: boolean
}

/** Undefined for a ballot that closed before any of it was kept, while nothing is written on it. */
export function sequelSeen(
  kept: KeptSequel | undefined,
  steps: readonly NextStepShown[],
  { today, now, settles, summarised }: Reading,
): Sequel | undefined {
  if (steps.length > 0) return { kind: 'steps', steps }
  const undoUntil = settledUntil(kept, now)
  if (kept?.state === 'none' && (undoUntil === undefined || settles)) {
    const { word } = kept
    return {
      kind: 'none',
      ...(word !== undefined && { word }),
      ...(undoUntil !== undefined && { undoUntil }),
    }
  }
  if (summarised && kept) return { kind: 'summary' }
  return kept?.due === undefined ? undefined : { kind: 'awaited', due: kept.due, late: kept.due < today }
}

/** Working days after which a result is to say what follows. */
export const SAID_AFTER = 10

/** The day by which what follows a ballot that closed on `closed` is to be said, both `YYYY-MM-DD`. */
export function sequelDay(closed: string, workdays: Workdays): string {
  let day = closed
  for (let passed = 0; passed < SAID_AFTER; passed++) day = workdays.after(day)
  return day
}

/** Its cards are drawn again at that time (ms): its day is over, or « Sans suite » stands. */
export function sequelFact(ballot: string, why: 'late' | 'none', dueAt: number | undefined): Fact {
  const fact = { kind: 'ballots.sequel', payload: { ballot }, mergeKey: `ballots:${ballot}:sequel:${why}` }
  return { ...fact, ...(dueAt !== undefined && { dueAt }) }
}
