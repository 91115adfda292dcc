import { BYTE_ORDER_MARK, type TableCell, tableLines } from '../../files/csv-writer.ts'
import { parse } from '../../kernel/requests/parse.ts'
import { type ApiRoute, Flow } from '../../kernel/requests/route.ts'
import type { Language } from '../../kernel/text/language.ts'
import { dateIn, dayAfter, momentOf } from '../../kernel/time/time-zone.ts'
import {
  type AuditFilter,
  type AuditView,
  auditFileInput,
  auditQuery,
  JOURNAL_MOST,
} from '../../tabs/contract/audit.ts'
import type { Page } from '../../tabs/contract/primitives.ts'
import { type AuditEntry, type AuditedThing, type JournalFilter, partsOf } from './domain.ts'
import type { AuditUsecases, TakenJournal } from './usecases.ts'

const PAGE = 50

/** The journal as a table: file name, headings, rows. */
export type JournalTable = {
  readonly name: string
  readonly heads: readonly string[]
  readonly row: (entry: AuditEntry, things: ReadonlyMap<string, AuditedThing>) => readonly TableCell[]
  /** The last line of a file that holds only the newest `rows` of `all`. */
  readonly cut: (rows: number, all: number) => readonly TableCell[]
}

type Parts = {
  readonly audit: AuditUsecases
  readonly zone: string
  readonly tableIn: (language: Language) => JournalTable
  /** Entries that a file holds at most. */
  readonly most?: number
}

function viewOf({ id: _, ...entry }: AuditEntry, things: ReadonlyMap<string, AuditedThing>): AuditView {
  const [about] = partsOf(entry.thing).flatMap(part => things.get(part) ?? [])
  return { ...entry, ...(about && { about }) }
}

async function* linesOf(
  { heads, row, cut }: JournalTable,
  { pages, rows, all }: TakenJournal,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + tableLines([heads])
  for await (const { entries, things } of pages) yield tableLines(entries.map(entry => row(entry, things)))
  if (rows < all) yield tableLines([cut(rows, all)])
}

export function auditRoutes({ audit, zone, tableIn, most = JOURNAL_MOST }: Parts): ApiRoute[] {
  const beginning = (day: string) => momentOf(day, '00:00', zone)

  /** Days as times; a date out of range matches no entry. */
  function within({ day, from = day, until = day }: AuditFilter): Pick<JournalFilter, 'from' | 'until'> {
    return {
      ...(from !== undefined && { from: beginning(from) ?? 0 }),
      ...(until !== undefined && { until: beginning(dayAfter(until)) ?? 0 }),
    }
  }

  function filterOf({ act, role, refused, ...days }: AuditFilter): JournalFilter {
    return {
      ...(act !== undefined && { act }),
      ...(role !== undefined && { role }),
      ...(refused && { refused: true }),
      ...within(days),
    }
  }

  return [
    {
      method: 'get',
      path: '/audit',
      run: async ({ actor, query }): Promise<Page<AuditView>> => {
        const { after, ...filter } = parse(auditQuery, query)
        const { items, ...rest } = await audit.list(actor, PAGE, after, filterOf(filter))
        const things = await audit.about(actor, items)
        return { items: items.map(entry => viewOf(entry, things)), ...rest }
      },
    },
    {
      method: 'post',
      path: '/audit/file',
      run: async ({ actor, body }) => {
        const taken = await audit.take(actor, filterOf(parse(auditFileInput, body)), most)
        const table = tableIn(actor.language)
        const called = `${dateIn(taken.at, zone)}-${table.name}.csv`
        return new Flow('text/csv; charset=utf-8', called, linesOf(table, taken), async () => {
          await taken.pages.return(undefined)
        })
      },
    },
  ]
}
