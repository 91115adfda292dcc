import { dayAfter } from '../../../kernel/time/time-zone.ts'
import type { OwedBy, Threshold } from '../../programme/index.ts'
import type { IdeaState } from './state.ts'

/** By which day (`YYYY-MM-DD` in the programme's zone, that day included) an idea is to be answered, and by whom. */
export type AnswerDue = { readonly on: string; readonly by: OwedBy }

/** As shown. `direction`: the name of the Direction that owes the answer; absent where the Lab' does. */
export type AnswerDueSeen = { readonly on: string; readonly direction?: string; readonly late: boolean }

/** What decides whether an idea waits for an answer. `answer`: present once there is one. */
type Waiting = { readonly state: IdeaState; readonly answer?: unknown }

/** Putting an idea under study does not answer it. */
export function waitsForAnswer({ state, answer }: Waiting): boolean {
  return (state === 'received' || state === 'studied') && answer === undefined
}

type Owed = { readonly due?: AnswerDue; readonly direction?: string }

/** Whether the idea's Direction owes the answer; the Lab' owes what no Direction does, or none that may be named. */
export function isOwedByDirection({ due, direction }: Owed): boolean {
  return due?.by === 'direction' && direction !== undefined
}

/** The earlier of two; of the same day, the first. */
export function earlier(one: AnswerDue, other: AnswerDue): AnswerDue {
  return other.on < one.on ? other : one
}

type Counted = { readonly supports: number; readonly directions: number }

/**
 * By when an idea with so many supports is to be answered. One that is due already keeps its day, whatever becomes of supports
 * and thresholds since; otherwise the thresholds reached `today` set it, the earliest where there are several.
 */
export function dueOf(
  { supports, directions }: Counted,
  thresholds: readonly Threshold[],
  running: AnswerDue | undefined,
  today: string,
): AnswerDue | undefined {
  if (running) return running
  return thresholds
    .filter(each => supports >= each.supports && directions >= (each.directions ?? 0))
    .map(({ days, by }) => ({ on: dayAfter(today, days), by }))
    .reduce<AnswerDue | undefined>((least, each) => (least ? earlier(least, each) : each), undefined)
}
