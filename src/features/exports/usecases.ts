import type { Actor } from '../../kernel/access/actor.ts'
import { type Audit, inDetail } from '../../kernel/access/audit.ts'
import { permit } from '../../kernel/access/permission.ts'
import type { DatabaseSnapshot, Transact } from '../../kernel/storage/tx.ts'
import type { Language } from '../../kernel/text/language.ts'
import type { Clock } from '../../kernel/time/clock.ts'
import { EXPORT_PERMISSIONS, TABLES, type TableName } from './domain.ts'
import type { ExportSlots } from './slots.ts'
import type { ExportTable } from './table.ts'

type Parts = {
  readonly beginSnapshot: () => Promise<DatabaseSnapshot>
  readonly transact: Transact
  readonly audit: Audit
  readonly clock: Clock
  readonly places: ExportSlots
  readonly tables: (language: Language) => Readonly<Record<TableName, ExportTable>>
}

/** An export in progress. `end`, idempotent: releases its snapshot and its slot, read to the end or not. */
export type TakenExport = Pick<ExportTable, 'title' | 'file' | 'heads' | 'widths'> & {
  /** Milliseconds. */
  readonly at: number
  readonly rows: number
  readonly pages: ReturnType<ExportTable['pages']>
  readonly end: () => Promise<void>
}

export type ExportUsecases = ReturnType<typeof exportUsecases>

/** Runs concurrent calls one after another. */
function inTurn() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch(() => {})
    return mine
  }
}

export function exportUsecases(parts: Parts) {
  const { beginSnapshot, transact, audit, clock, places, tables } = parts

  /** A snapshot in a slot of its own, and a function that releases both. @throws Refusal `exports-busy` */
  async function begin(): Promise<DatabaseSnapshot> {
    const leave = places.take()
    try {
      const { tx, end } = await beginSnapshot()
      return { tx, end: () => end().finally(leave) }
    } catch (error) {
      leave()
      throw error
    }
  }

  // Each count takes a connection: without a queue, concurrent ones would leave none to others.
  const counting = inTurn()

  async function count(actor: Actor) {
    const all = tables(actor.language)
    const { tx, end } = await beginSnapshot()
    try {
      const counts: { readonly name: TableName; readonly rows: number }[] = []
      for (const name of TABLES) counts.push({ name, rows: await all[name].count({ actor, tx }) })
      return counts
    } finally {
      await end()
    }
  }

  return {
    begin,

    /** Current row count of each table. @throws Refusal `role-needed` */
    async list(actor: Actor) {
      permit(EXPORT_PERMISSIONS.read, actor.role)
      return counting(() => count(actor))
    },

    /**
     * Exports a table of the whole programme. The export is logged with its number of rows before the first is sent.
     * @throws Refusal `role-needed`, `exports-busy`
     */
    async take(actor: Actor, name: TableName): Promise<TakenExport> {
      permit(EXPORT_PERMISSIONS.take, actor.role)
      const { title, file, heads, widths, ...table } = tables(actor.language)[name]
      const { tx, end } = await begin()
      try {
        const at = clock.now()
        const rows = await table.count({ actor, tx })
        await transact(writing => audit(writing, actor, EXPORT_PERMISSIONS.take.act, inDetail(name, rows)))
        return { title, file, heads, widths, at, rows, pages: table.pages({ actor, tx }), end }
      } catch (error) {
        await end()
        throw error
      }
    },
  }
}
