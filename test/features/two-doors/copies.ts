import { sql } from 'kysely'
import { type Database, open } from '../../../src/db/index.ts'
import { withoutTriggers } from '../../../src/db/maintenance/without-triggers.ts'
import { type Ids, randomIds } from '../../../src/kernel/crypto/ids.ts'
import type { Tx } from '../../../src/kernel/storage/tx.ts'

export type Row = Readonly<Record<string, unknown>>
/** Every row of every table. */
export type Copy = ReadonlyMap<string, readonly Row[]>

/** Random until `count`, then deterministic from there, however often it is restarted. */
export function countedIds() {
  let [counting, made] = [false, 0]
  const ids: Ids = {
    next: () => (counting ? `id${++made}` : randomIds.next()),
    nonce: () => (counting ? 'nonce-of-a-form-drawn-again' : randomIds.nonce()),
  }
  return {
    ids,
    count: () => {
      counting = true
      made = 0
    },
    scatter: () => {
      counting = false
    },
  }
}

const SCHEMA = sql<{
  name: string
}>`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`

/** Empties `tables`, and says which are empty then: rows of others went along with those that they belong to. */
async function emptied(tx: Tx, then: Copy, tables: readonly string[]): Promise<readonly string[]> {
  const empty = new Set<string>()
  for (let next = tables; next.length > 0; ) {
    for (const name of next) {
      await sql`delete from ${sql.table(name)}`.execute(open(tx))
      empty.add(name)
    }
    const shorter: string[] = []
    for (const [name, rows] of then) {
      const count = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(open(tx))
      if (!empty.has(name) && (count.rows[0]?.n ?? 0) < rows.length) shorter.push(name)
    }
    next = shorter
  }
  return [...empty]
}

/** All tables of an embedded database, and the way back to how they were. */
export function copying(database: Database) {
  return {
    /** The journal is append-only; here it is restored too. */
    async unlock(): Promise<void> {
      await database.transact(async tx => {
        const triggers = sql<{ name: string }>`select name from sqlite_master where type = 'trigger'`
        for (const { name } of (await triggers.execute(open(tx))).rows)
          if (name.startsWith('audit')) await sql`drop trigger ${sql.id(name)}`.execute(open(tx))
      })
    },

    copy: (): Promise<Copy> =>
      database.read(async tx => {
        const tables = new Map<string, readonly Row[]>()
        for (const { name } of (await SCHEMA.execute(open(tx))).rows) {
          if (name.startsWith('kysely')) continue
          const { rows } = await sql<Row>`select rowid as "#", * from ${sql.table(name)}`.execute(open(tx))
          tables.set(name, rows)
        }
        return tables
      }),

    /** Puts back those tables of which `now` says something else. */
    restore: (then: Copy, now: Copy): Promise<void> =>
      database.transact(async tx => {
        await sql`pragma defer_foreign_keys = on`.execute(open(tx))
        await withoutTriggers(open(tx), 'sqlite', async () => {
          const differs = (name: string) => JSON.stringify(now.get(name)) !== JSON.stringify(then.get(name))
          for (const name of await emptied(tx, then, [...then.keys()].filter(differs))) {
            for (const { '#': rowid, ...row } of then.get(name) ?? []) {
              const columns = sql.join(['rowid', ...Object.keys(row)].map(column => sql.ref(column)))
              const values = sql.join([rowid, ...Object.values(row)])
              await sql`insert into ${sql.table(name)} (${columns}) values (${values})`.execute(open(tx))
            }
          }
        })
      }),
  }
}

export type Change = { readonly table: string; readonly was?: Row; readonly is?: Row }

/** The position of a row in its table does not matter. */
const plain = ({ '#': _, ...row }: Row) => row

/** The difference of every changed row. */
export function changesOf(before: Copy, after: Copy): readonly Change[] {
  return [...after].flatMap(([table, rows]) => {
    const then = new Map((before.get(table) ?? []).map(row => [row['#'], row]))
    const kept = new Set(rows.map(row => row['#']))
    const gone = [...then.values()]
      .filter(row => !kept.has(row['#']))
      .map(was => ({ table, was: plain(was) }))
    const made = rows
      .filter(row => JSON.stringify(then.get(row['#'])) !== JSON.stringify(row))
      .map(row => {
        const was = then.get(row['#'])
        return { table, ...(was && { was: plain(was) }), is: plain(row) }
      })
    return [...gone, ...made]
  })
}
