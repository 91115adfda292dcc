import { Refusal } from '../../../kernel/errors/refusal.ts'
import { MINUTE } from '../../../kernel/time/clock.ts'

/** Its end is computed, never scheduled. Milliseconds; `left`: paused, with so much left. */
export type ScreenTimer = { readonly endsAt: number; readonly total: number; readonly left?: number }

/** `minutes`: to start and to prolong. */
export type TimerAct = {
  readonly act: 'start' | 'prolong' | 'pause' | 'resume' | 'stop'
  readonly minutes?: number
}

const MOST_MINUTES = 10 * 60

export function startedTimer(minutes: number, now: number): ScreenTimer {
  return { endsAt: now + minutes * MINUTE, total: minutes * MINUTE }
}

/** @throws Refusal `malformed` without minutes */
function asked(minutes: number | undefined): number {
  if (minutes === undefined) throw new Refusal('malformed')
  return minutes
}

function prolonged(timer: ScreenTimer, minutes: number, now: number): ScreenTimer {
  const more = minutes * MINUTE
  const total = timer.total + more
  if (total > MOST_MINUTES * MINUTE) throw new Refusal('room-timer-long', { hours: MOST_MINUTES / 60 })
  if (timer.left !== undefined) return { ...timer, total, left: timer.left + more }
  return { endsAt: Math.max(now, timer.endsAt) + more, total }
}

/**
 * The timer after an act; undefined once it is stopped. To pause what is paused, or to resume what runs, changes nothing.
 * @throws Refusal `malformed`, `room-timer-none`, `room-timer-long`
 */
export function timerAfter(
  before: ScreenTimer | undefined,
  { act, minutes }: TimerAct,
  now: number,
): ScreenTimer | undefined {
  if (act === 'stop') return undefined
  if (act === 'start') return startedTimer(asked(minutes), now)
  if (!before) throw new Refusal('room-timer-none')
  if (act === 'prolong') return prolonged(before, asked(minutes), now)
  const { endsAt, total, left } = before
  if (act === 'resume') return left === undefined ? before : { endsAt: now + left, total }
  if (left !== undefined) return before
  if (endsAt <= now) throw new Refusal('room-timer-none')
  return { endsAt, total, left: endsAt - now }
}

/** Whether it ran out. */
export function hasEnded({ endsAt, left }: ScreenTimer, now: number): boolean {
  return left === undefined && endsAt <= now
}
