import { DAY } from '../../../kernel/time/clock.ts'

/** Unanswered messages of a topic after which it comes half as often, and after which it is silenced. */
const SLOWER = 2
const SILENT = 4
/** Milliseconds to answer in, before silence counts. */
const PATIENCE = 3 * DAY

/** A sent message of a topic. `arrived`: delivery is confirmed; of others silence says nothing. */
export type SentMessage = { readonly at: number; readonly arrived: boolean }

/** A person's messages of one topic, and their reaction. */
export type History = {
  /** The last ones sent, in any order. */
  readonly sent: readonly SentMessage[]
  /** When the person last pressed one, did what one was about, or resumed the topic. */
  readonly answeredAt?: number
}

/** Number of unanswered messages since the last answer. `every`, `now`: milliseconds. */
function unanswered({ sent, answeredAt = -1 }: History, every: number, now: number): number {
  const patience = Math.min(PATIENCE, every)
  return sent.filter(({ at, arrived }) => arrived && at > answeredAt && at + patience <= now).length
}

/** Back-off: `every` after the last one, twice that after two unanswered in a row, never again after four. */
export function dueFor(history: History, every: number, now: number): 'now' | 'later' | 'never' {
  const ignored = unanswered(history, every, now)
  if (ignored >= SILENT) return 'never'
  const last = Math.max(-Infinity, ...history.sent.map(({ at }) => at))
  return last + (ignored >= SLOWER ? 2 : 1) * every <= now ? 'now' : 'later'
}
