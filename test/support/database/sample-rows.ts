import type { ColumnMetadata } from 'kysely'
import { type Database, isPostgres, open } from '../../../src/db/index.ts'
import type { RowSource } from '../../../src/db/maintenance/rows.ts'
import { withoutTriggers } from '../../../src/db/maintenance/without-triggers.ts'
import type { Migrations } from '../../../src/db/migrations/index.ts'
import { tableOrder } from '../../../src/db/schema/table-order.ts'
import type { Tx } from '../../../src/kernel/storage/tx.ts'

/** Texts that one engine or the other might take for something else. */
const TEXTS = ['', 'é\u202F’', "'; drop table person; --", 'null', '007', '\\x41', '{"a":[1]}', '𝒳 👩‍🏫']
const NUMBERS = [0, 1, -1, 2 ** 31 - 1]
const BIG_NUMBERS = [0, 2 ** 31, Date.parse('2027-04-22'), Number.MAX_SAFE_INTEGER]

/** What other tables may refer to. */
const NAMING = /(^|_)(id|key|week|word|stem|name)$/

export type Filling = {
  /** Which version made the tables; this one unless told otherwise. */
  readonly made?: Migrations
  /** What row n has in a column, `table.column`, where anything would not do. */
  readonly known?: Readonly<Record<string, (row: number) => string | number | null>>
}

/** `rows` rows in every table, whatever it is for: row n refers to row n of others. No trigger adds to them. */
export async function fill(db: Database, rows: number, { made, known = {} }: Filling = {}): Promise<void> {
  const { tables, begun } = await tableOrder(made)
  const filled = async (tx: Tx) => {
    const found = await open(tx).introspection.getTables()
    for (const table of tables.filter(name => !begun.has(name))) {
      const { columns = [] } = found.find(({ name }) => name === table) ?? {}
      for (let row = 1; row <= rows; row++) {
        const filling = ({ name, dataType, isNullable }: ColumnMetadata, at: number) => {
          const usual = known[`${table}.${name}`]
          if (usual) return usual(row)
          if (NAMING.test(name)) return String(row)
          if (isNullable && (row + at) % 3 === 0) return null
          if (/bigint/i.test(dataType)) return BIG_NUMBERS[(row + at) % BIG_NUMBERS.length]
          if (/int|double|float/i.test(dataType))
            return table === 'vote_choice' ? row : NUMBERS[(row + at) % NUMBERS.length]
          return `${row}${TEXTS[(row + at) % TEXTS.length]}`
        }
        const values = Object.fromEntries(columns.map((column, at) => [column.name, filling(column, at)]))
        await (open(tx) as unknown as RowSource).insertInto(table).values(values).execute()
      }
    }
  }
  await db.transact(tx => withoutTriggers(open(tx), isPostgres(tx) ? 'postgres' : 'sqlite', () => filled(tx)))
}
