import { lockRow, open } from '../../db/index.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import type { PlacingRun } from './domain.ts'
import type { RunStore } from './rows.ts'

export function runStore(tx: Tx): RunStore {
  const db = open(tx)
  const row = (axis: string) => db.selectFrom('theme_run').selectAll().where('axis', '=', axis)
  type Row = Awaited<ReturnType<ReturnType<typeof row>['executeTakeFirst']>>
  const runOf = (found: Row): PlacingRun | undefined =>
    found && {
      axis: found.axis,
      state: found.state,
      after: { at: found.after_at, id: found.after_id },
      ideas: found.ideas,
      at: found.changed_at,
    }

  return {
    find: async axis => runOf(await row(axis).executeTakeFirst()),

    lock: async axis => runOf(await lockRow(tx, row(axis)).executeTakeFirst()),

    async put({ axis, state, after, ideas, at }) {
      const values = { state, after_at: after.at, after_id: after.id, ideas, changed_at: at }
      await db
        .insertInto('theme_run')
        .values({ axis, ...values })
        .onConflict(on => on.column('axis').doUpdateSet(values))
        .execute()
    },
  }
}
