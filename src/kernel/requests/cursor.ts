import { Refusal } from '../errors/refusal.ts'

/** Keyset pagination, newest first: the last row's time (milliseconds) and id. */
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

/** One page of `rows`, which were queried with `limit + 1`: the extra row says whether there is another page. */
export function pageOf<T extends Cursor>(
  rows: readonly T[],
  limit: number,
): { items: readonly T[]; next?: string } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return rows.length > limit && last ? { items, next: cursorText(last) } : { items }
}
