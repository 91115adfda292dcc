import { ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Fact } from '../../../kernel/storage/outbox.ts'
import { lineWithin } from '../../../kernel/text/text.ts'
import { isToCome, stageOf, type Workshop } from '../workshop/domain.ts'

export const CANCELLATION_PERMISSIONS = {
  callOff: { act: 'workshops.call-off', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

const REASON_LIMIT = 200

/** What becomes of a workshop that does not take place when it was announced: never, or on a date to be said. */
export type Off = 'cancelled' | 'postponed'

/** @throws Refusal `empty-text`, `too-long` */
export function reasonOf(text: string): string {
  return lineWithin(text, REASON_LIMIT)
}

/** Whether it can be called off still: announced and yet to begin, or waiting for a date. */
export function mayCallOff(workshop: Workshop, now: number): boolean {
  return workshop.state === 'postponed' || isToCome(stageOf(workshop, now))
}

/**
 * The workshop as it will stand; itself where it is so already.
 * @throws Refusal `call-off-draft`, `call-off-over` from its start on, `call-off-done` where it was cancelled before
 */
export function calledOff(workshop: Workshop, off: Off, reason: string, now: number): Workshop {
  if (workshop.state === off) return workshop
  if (workshop.state === 'draft') throw new Refusal('call-off-draft')
  if (workshop.state === 'cancelled') throw new Refusal('call-off-done')
  if (!mayCallOff(workshop, now)) throw new Refusal('call-off-over', { at: workshop.startsAt })
  const { revision } = workshop
  return { ...workshop, state: off, reason, revision: revision + 1, moved: 'nothing', changedAt: now }
}

/**
 * Each person once. `seated`: with a seat, or one kept for them, on one day at least; `waiting`: the others; `untold`: of
 * both, those whom no message reaches.
 */
export type Concerned = { readonly seated: number; readonly waiting: number; readonly untold: number }

/** What those with a seat, or who wait for one, are to hear of, from just beyond the person `after`. */
export type CallingOff = {
  readonly workshop: string
  readonly revision: number
  /** The series that was called off as a whole; '' where it was this workshop alone. */
  readonly series: string
  /** Names the act: who is on several of its days hears of it once. */
  readonly call: string
  /** Who did it. */
  readonly by: string
  readonly after: string
}

export function calledOffFact(calling: CallingOff): Fact {
  return { kind: 'workshops.called-off', payload: calling }
}

export function callingOffOf({ payload }: Fact): CallingOff {
  const { workshop, revision, series, call, by, after } = payload
  return {
    workshop: String(workshop),
    revision: Number(revision),
    series: String(series),
    call: String(call),
    by: String(by),
    after: String(after),
  }
}
