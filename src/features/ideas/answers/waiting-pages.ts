import { type Cursor, cursorText, parseCursor } from '../../../kernel/requests/cursor.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import { isOwedByDirection } from '../idea/answer-due.ts'
import type { Idea } from '../idea/domain.ts'

/** Ideas that wait: those owed first, the earliest day first, then all others by age. */
export type WaitingCursor = Cursor & {
  /** The page before ended among those owed: `at` is then the day's beginning (UTC). */
  readonly owed?: true
}

const OWED = 'due-'
/** Of dates that are written with four digits. */
const LAST_DAY = Date.UTC(9999, 11, 31)

/** @throws Refusal `malformed` */
export function parseWaitingCursor(text: string): WaitingCursor {
  return text.startsWith(OWED) ? { ...parseCursor(text.slice(OWED.length)), owed: true } : parseCursor(text)
}

/** `YYYY-MM-DD` of a cursor among ideas owed. */
export function cursorDay({ at }: Cursor): string {
  return new Date(Math.min(at, LAST_DAY)).toISOString().slice(0, 10)
}

type Read<T, C> = (limit: number, after?: C) => Promise<readonly T[]>

/** Reads on from `after`: what is owed, then as many others as there is room for. */
export async function owedFirst<T>(
  limit: number,
  after: WaitingCursor | undefined,
  owed: Read<T, Cursor>,
  others: Read<T, Cursor>,
): Promise<readonly T[]> {
  if (after && !after.owed) return others(limit, after)
  const first = await owed(limit, after)
  return first.length < limit ? [...first, ...(await others(limit - first.length))] : first
}

/** An idea among those that wait. `at`: milliseconds, by which those not owed stand in order. */
type Placed = { readonly idea: Idea; readonly at: number; readonly owed: boolean }

function cursorFrom({ idea: { id, due }, at, owed }: Placed): string {
  if (!owed || !due) return cursorText({ at, id })
  return OWED + cursorText({ at: Math.floor(Date.parse(due.on) / DAY) * DAY, id })
}

/** Cursor of what a Direction has waiting after this idea. */
export function waitingCursorAfter(idea: Idea): string {
  return cursorFrom({ idea, at: idea.at, owed: isOwedByDirection(idea) })
}

/** One page of ideas read with `limit + 1`. */
export function waitingPageOf<T>(
  rows: readonly T[],
  limit: number,
  placed: (row: T) => Placed,
): { readonly items: readonly T[]; readonly next?: string } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  if (rows.length <= limit || last === undefined) return { items }
  return { items, next: cursorFrom(placed(last)) }
}
