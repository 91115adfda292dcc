import { evenly } from '../parts/evenly.ts'
import type { WallGroup } from './groups.ts'

/** `axis`: what a column is of; absent where one axis, or none, fills the wall. */
export type WallColumn = { readonly axis?: string; readonly groups: readonly WallGroup[] }
export type WallPage = readonly WallColumn[]

/** Narrower, and nobody reads a column at ten metres. */
const MOST_COLUMNS = 3

/** How much room a column has, what each group takes of it, and what is between two (px). */
export type WallRoom = {
  readonly height: number
  readonly gap: number
  readonly heightOf: (group: WallGroup) => number
}

/** As many as fit, from the first on. */
function fill(groups: readonly WallGroup[], { height, gap, heightOf }: WallRoom): number {
  let used = -gap
  const at = groups.findIndex(group => {
    used += gap + heightOf(group)
    return used > height
  })
  return at < 0 ? groups.length : at
}

/** Too high for any column: it has a page to itself, as wide as the wall. */
const tooHigh = (group: WallGroup | undefined, { height, heightOf }: WallRoom) =>
  group !== undefined && heightOf(group) > height

/** One list over pages of `width` columns each, read down the first column, then the next. */
function inTurn(groups: readonly WallGroup[], width: number, room: WallRoom): WallPage[] {
  const pages: WallPage[] = []
  for (let rest = groups; rest.length > 0; ) {
    const columns: WallColumn[] = []
    while (columns.length < width && rest.length > 0 && !tooHigh(rest[0], room)) {
      const count = fill(rest, room)
      columns.push({ groups: rest.slice(0, count) })
      rest = rest.slice(count)
    }
    if (columns.length === 0) {
      columns.push({ groups: rest.slice(0, 1) })
      rest = rest.slice(1)
    }
    pages.push(columns)
  }
  return pages
}

/** Lists side by side, each with its axis at its head, on as many pages as the longest takes. */
function sideBySide(lists: readonly WallColumn[], room: WallRoom): WallPage[] {
  const pages: WallPage[] = []
  for (let rest = lists; rest.some(({ groups }) => groups.length > 0); ) {
    const high = rest.find(({ groups }) => tooHigh(groups[0], room))
    const counts = rest.map(list => (high ? Number(list === high) : fill(list.groups, room)))
    const page = rest.map((list, at) => ({ ...list, groups: list.groups.slice(0, counts[at]) }))
    pages.push(high ? page.filter(({ groups }) => groups.length > 0) : page)
    rest = rest.map((list, at) => ({ ...list, groups: list.groups.slice(counts[at]) }))
  }
  return pages
}

/** The lists that stand side by side: one for each of `axes` that somebody wrote under, then what is under none. */
export function columnsOf(groups: readonly WallGroup[], axes: readonly string[]): readonly WallColumn[] {
  const lists = axes.map(axis => ({ axis, groups: groups.filter(({ shown }) => shown.axis === axis) }))
  const others = { groups: groups.filter(({ shown }) => !shown.axis || !axes.includes(shown.axis)) }
  return [...lists, others].filter(list => list.groups.length > 0)
}

/** How many columns stand side by side at most, so that the cards can be measured before there are pages. */
export function widthOf(columns: readonly WallColumn[]): number {
  const [first] = evenly(columns, MOST_COLUMNS)
  return columns.length > 1 ? (first?.length ?? 1) : 2
}

/** All the pages of a wall: whoever looks long enough sees each idea once. */
export function pagesOf(columns: readonly WallColumn[], room: WallRoom): readonly WallPage[] {
  const [only, ...more] = columns
  if (!only) return []
  if (more.length === 0) return inTurn(only.groups, 2, room)
  return evenly(columns, MOST_COLUMNS).flatMap(part => sideBySide(part, room))
}
