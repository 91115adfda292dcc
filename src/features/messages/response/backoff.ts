import { DAY } from '../../../kernel/time/clock.ts'

/** Unanswered messages of a topic after which it comes half as often, and after which it comes no more. */
const SLOWER = 2
const SILENT = 4
/** Milliseconds that somebody has to answer in, before their silence says something. */
const PATIENCE = 3 * DAY

/** One message of a topic that went out. `arrived`: whether that is known; of others silence says nothing. */
export type SentMessage = { readonly at: number; readonly arrived: boolean }

/** What somebody was sent of one topic, and how they took it. */
export type History = {
  /** The last that went out, in any order. */
  readonly sent: readonly SentMessage[]
  /** When the person last pressed one of them, did what one was about, or took the topic up again. */
  readonly answeredAt?: number
}

/** How many went unanswered since the last answer. `every`, `now`: milliseconds. */
function unanswered({ sent, answeredAt = -1 }: History, every: number, now: number): number {
  const patience = Math.min(PATIENCE, every)
  return sent.filter(({ at, arrived }) => arrived && at > answeredAt && at + patience <= now).length
}

/**
 * Whether the next of a topic may come: `every` after the last one, twice that once two in a row went unanswered, never
 * again after four.
 */
export function dueFor(history: History, every: number, now: number): 'now' | 'later' | 'never' {
  const ignored = unanswered(history, every, now)
  if (ignored >= SILENT) return 'never'
  const last = Math.max(-Infinity, ...history.sent.map(({ at }) => at))
  return last + (ignored >= SLOWER ? 2 : 1) * every <= now ? 'now' : 'later'
}
