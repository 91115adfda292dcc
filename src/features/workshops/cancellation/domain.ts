import { ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Fact } from '../../../kernel/storage/outbox.ts'
import { lineWithin } from '../../../kernel/text/text.ts'
import { isToCome, stageOf, type Workshop } from '../workshop/domain.ts'

export const CANCELLATION_PERMISSIONS = {
  callOff: { act: 'workshops.call-off', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

const REASON_LIMIT = 200

/** Called off for good, or until a new date is set. */
export type Off = 'cancelled' | 'postponed'

/** @throws Refusal `empty-text`, `too-long` */
export function reasonOf(text: string): string {
  return lineWithin(text, REASON_LIMIT)
}

/** Whether it can still be called off: announced and to come, or postponed. */
export function mayCallOff(workshop: Workshop, now: number): boolean {
  return workshop.state === 'postponed' || isToCome(stageOf(workshop, now))
}

/**
 * The workshop called off; the same object where it is already.
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
 * People concerned, each counted once. `seated`: with a seat or an offer on at least one day; `waiting`: the others;
 * `untold`: those of both whom no message reaches.
 */
export type Concerned = { readonly seated: number; readonly waiting: number; readonly untold: number }

/** Cancellation to notify registered and waiting people of, from just after the person `after`. */
export type CallingOff = {
  readonly workshop: string
  readonly revision: number
  /** The series that was cancelled as a whole; '' for this workshop alone. */
  readonly series: string
  /** Identifies the act: whoever is on several of its days is notified once. */
  readonly call: string
  /** The actor. */
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
