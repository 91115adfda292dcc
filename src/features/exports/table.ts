import type { TableCell } from '../../files/csv-writer.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import type { Tx } from '../../kernel/storage/tx.ts'

type Row = readonly TableCell[]
type Pages<T> = AsyncIterable<readonly T[]>

/** Actor and database snapshot of an export that is too long for one query. */
type ExportReading = { readonly actor: Actor; readonly tx: Tx }

/** Source of a table's rows, a page at a time. */
type ExportSource<T> = {
  readonly count: (reading: ExportReading) => Promise<number>
  readonly pages: (reading: ExportReading) => Pages<T>
}

export type ExportColumn<T> = {
  readonly head: string
  /** Column width, in characters. */
  readonly width: number
  readonly cell: (thing: T) => TableCell
}

/** A table with the texts of one language. */
export type ExportTable = {
  readonly title: string
  /** File name without date and extension: ASCII letters and `-`. */
  readonly file: string
  readonly heads: readonly string[]
  readonly widths: readonly number[]
  readonly count: (reading: ExportReading) => Promise<number>
  readonly pages: (reading: ExportReading) => Pages<Row>
}

type Called = Pick<ExportTable, 'title' | 'file'>

export function tableOf<T>(
  called: Called,
  columns: readonly ExportColumn<T>[],
  source: ExportSource<T>,
): ExportTable {
  async function* pages(reading: ExportReading): Pages<Row> {
    for await (const things of source.pages(reading))
      yield things.map(thing => columns.map(({ cell }) => cell(thing)))
  }
  return {
    ...called,
    heads: columns.map(({ head }) => head),
    widths: columns.map(({ width }) => width),
    count: source.count,
    pages,
  }
}

/** All pages of a paged use-case, each of its own snapshot. `next`: cursor of the page after it. */
export async function* everyPage<T>(
  page: (after?: string) => Promise<{ readonly items: readonly T[]; readonly next?: string }>,
): Pages<T> {
  let after: string | undefined
  do {
    const { items, next } = await page(after)
    yield items
    after = next
  } while (after !== undefined)
}

/** Source of a list short enough to be counted by reading it. */
export function listed<T>(pages: ExportSource<T>['pages']): ExportSource<T> {
  return {
    pages,
    async count(reading) {
      let count = 0
      for await (const things of pages(reading)) count += things.length
      return count
    },
  }
}

/** All pages of a list. `next` reads what follows the last row of the page before, at most `limit`. */
export async function* pagesBy<T>(
  next: (limit: number, after?: T) => Promise<readonly T[]>,
  limit: number,
): Pages<T> {
  let last: T | undefined
  for (;;) {
    const things = await next(limit, last)
    if (things.length > 0) yield things
    last = things.at(-1)
    if (things.length < limit) return
  }
}
