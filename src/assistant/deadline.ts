import type { AssistCaller } from '../kernel/assist/task.ts'
import { MINUTE, SECOND } from '../kernel/time/clock.ts'

/** How long each caller waits in all (ms). Teams gives a press or a message ten seconds. */
export const DEADLINES: Readonly<Record<AssistCaller, number>> = {
  chat: 6 * SECOND,
  tab: 8 * SECOND,
  run: MINUTE,
}

/** Calls `run` after `ms`; what is returned calls it off. */
export type DeadlineTimer = (ms: number, run: () => void) => () => void

export const later: DeadlineTimer = (ms, run) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

export type Deadline = {
  /** Aborts at the deadline, or with one of the given signals. */
  readonly signal: AbortSignal
  /** Why it aborted; undefined while it has not. */
  readonly why: () => 'slow' | 'stopped' | undefined
  readonly end: () => void
}

/** One deadline over the whole of a call: the wait for its turn, the headers and the body. */
export function beginDeadline(ms: number, later: DeadlineTimer, signals: readonly AbortSignal[]): Deadline {
  const ending = new AbortController()
  let why: 'slow' | 'stopped' | undefined
  const abort = (because: 'slow' | 'stopped') => {
    why ??= because
    ending.abort()
  }
  const stop = () => abort('stopped')
  const off = later(ms, () => abort('slow'))
  for (const signal of signals)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  return {
    signal: ending.signal,
    why: () => why,
    end() {
      off()
      for (const signal of signals) signal.removeEventListener('abort', stop)
    },
  }
}
