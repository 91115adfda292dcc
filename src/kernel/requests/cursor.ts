import { Refusal } from '../errors/refusal.ts'

/** Where a page of a list, newest first, ended: the last row's time (milliseconds) and id. */
export type Cursor = { readonly at: number; readonly id: string }

export function cursorText({ at, id }: Cursor): string {
  return `${at}-${id}`
}

/** Reads what `cursorText` wrote. @throws Refusal `malformed` */
export function parseCursor(text: string): Cursor {
  const [, at, id] = /^(\d{1,15})-(\w{1,80})$/.exec(text) ?? []
  if (at === undefined || id === undefined) throw new Refusal('malformed')
  return { at: Number(at), id }
}

/** `rows` were asked for one beyond `limit`: that one says whether another page follows. */
export function pageOf<T extends Cursor>(
  rows: readonly T[],
  limit: number,
): { items: readonly T[]; next?: string } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return rows.length > limit && last ? { items, next: cursorText(last) } : { items }
}
