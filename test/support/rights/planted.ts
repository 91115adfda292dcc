import type { ColumnMetadata } from 'kysely'
import { type Database, isPostgres, open } from '../../../src/db/index.ts'
import type { RowSource } from '../../../src/db/maintenance/rows.ts'
import { withoutTriggers } from '../../../src/db/maintenance/without-triggers.ts'
import { tableOrder } from '../../../src/db/schema/table-order.ts'
import { TRACES } from '../../../src/features/rights/personal-data-map-store.ts'
import type { Tx } from '../../../src/kernel/storage/tx.ts'

/** Somebody as a database may hold them. */
export type Planted = {
  readonly id: string
  readonly name: string
  readonly objectId: string
  readonly chat: string
  /** Their pseudonym in the journal. */
  readonly who: string
}

/** What must lead to nobody any more; the journal’s pseudonym may stay, with nothing that says whose it is. */
export const wordsOf = ({ id, name, objectId, chat }: Planted): readonly string[] => [
  id,
  name,
  objectId,
  chat,
]

const NAMING = /(^|_)(id|key|week|word|stem|name|mark)$/

/** What stands in a column of a trace. */
function trailOf(table: string, column: string, { id, chat, who }: Planted, row: string): string {
  if (table === 'fact' && column === 'payload') return JSON.stringify({ person: id, after: id, at: chat })
  if (table === 'message' && column === 'subject') return JSON.stringify({ colleague: id })
  if (table === 'post') return column === 'key' ? `told:${id}:${row}` : chat
  if (column === 'merge_key' || column === 'key') return `${table}:${id}:${row}`
  if (table === 'audit') return who
  return table === 'commitment_note' ? row : id
}

/** A row of each person in every table that can designate somebody, all its columns at once, and one in the others. */
export async function plant(db: Database, people: readonly Planted[]): Promise<void> {
  const { tables, begun } = await tableOrder()
  const planted = async (tx: Tx) => {
    const found = await open(tx).introspection.getTables()
    for (const table of tables.filter(name => !begun.has(name))) {
      const { columns = [] } = found.find(({ name }) => name === table) ?? {}
      for (const [at, person] of people.entries()) {
        const row = String(at + 1)
        const filling = ({ name, dataType }: ColumnMetadata) => {
          const isTrace = TRACES.some(trace => trace.table === table && trace.column === name)
          if (isTrace && !(table === 'limit_use')) return trailOf(table, name, person, row)
          if (table === 'audit_person' && name === 'who') return person.who
          if (table === 'person' && name === 'name') return person.name
          if (table === 'person' && name === 'object_id') return person.objectId
          if (table === 'person' && name === 'chat') return person.chat
          if (table === 'fact' && name === 'state') return 'ready'
          if (NAMING.test(name)) return row
          if (/int|double|float/i.test(dataType)) return name === 'number' ? at + 1 : 1
          return name === 'leads' || name === 'directions' ? '[]' : `${name} ${row}`
        }
        const values = Object.fromEntries(columns.map(column => [column.name, filling(column)]))
        await (open(tx) as unknown as RowSource).insertInto(table).values(values).execute()
      }
    }
  }
  await db.transact(tx =>
    withoutTriggers(open(tx), isPostgres(tx) ? 'postgres' : 'sqlite', () => planted(tx)),
  )
}

/** How many rows each table has. */
export async function countsOf(db: Database): Promise<Readonly<Record<string, number>>> {
  return db.read(async tx => {
    const tables = await open(tx).introspection.getTables()
    const counts: Record<string, number> = {}
    for (const { name } of tables) {
      const counted = (open(tx) as unknown as RowSource).selectFrom(name)
      const row = await counted
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      counts[name] = Number(row.count)
    }
    return counts
  })
}
