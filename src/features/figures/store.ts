import type { Selectable } from 'kysely'
import { open, type Tables } from '../../db/index.ts'
import { exact, kept } from '../../kernel/personal-data/counts.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import { CUTS, type Figure, isHeld } from './domain.ts'
import type { FigureStore } from './usecases.ts'
import type { SnapshotTime } from './week.ts'

/** Rows of one insert: six parameters each, and SQLite takes 32,766. */
const BATCH = 1_000

const takenOf = ({ week, day, taken_at }: Selectable<Tables['figure_week']>): SnapshotTime => ({
  week,
  day,
  takenAt: taken_at,
})

/** An estimate that somebody wrote by hand stays hidden: see `kept`. */
function figureOf({ week: _, value, ...cell }: Selectable<Tables['figure']>): Figure {
  return { ...cell, value: isHeld(cell.measure) ? kept(value) : exact('ideas', value) }
}

export function figureStore(tx: Tx): FigureStore {
  const db = open(tx)
  const newestFirst = db.selectFrom('figure_week').selectAll().orderBy('week', 'desc')
  return {
    async weeks(limit) {
      const rows = await newestFirst.limit(limit).execute()
      return rows.map(takenOf).reverse()
    },

    async last() {
      const row = await newestFirst.limit(1).executeTakeFirst()
      return row && takenOf(row)
    },

    // One statement: of two instances, the second waits for the first, then finds its day there.
    async claim({ week, day, takenAt }) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('figure_week')
        .values({ week, day, taken_at: takenAt })
        .onConflict(on =>
          on.column('week').doUpdateSet({ day, taken_at: takenAt }).where('figure_week.day', '<', day),
        )
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows === 1n
    },

    async replace(week, figures) {
      await db.deleteFrom('figure').where('week', '=', week).execute()
      for (let at = 0; at < figures.length; at += BATCH) {
        const rows = figures.slice(at, at + BATCH).map(figure => ({ week, ...figure }))
        await db.insertInto('figure').values(rows).execute()
      }
    },

    async forget(week) {
      await db.deleteFrom('figure').where('week', '<', week).execute()
      await db.deleteFrom('figure_week').where('week', '<', week).execute()
    },

    async participants(weeks) {
      if (weeks.length === 0) return new Map()
      const rows = await db
        .selectFrom('figure')
        .selectAll()
        .where('week', 'in', weeks)
        .where('measure', '=', 'participants')
        .execute()
      const groups = Map.groupBy(rows, row => row.week)
      return new Map([...groups].map(([week, found]) => [week, found.map(figureOf)]))
    },

    async ofWeek(week) {
      const rows = await db
        .selectFrom('figure')
        .selectAll()
        .where('week', '=', week)
        .where('measure', 'in', Object.keys(CUTS))
        .execute()
      return rows.map(figureOf)
    },

    async ofDirection(week, direction) {
      const rows = await db
        .selectFrom('figure')
        .selectAll()
        .where('week', '=', week)
        .where('measure', 'in', Object.keys(CUTS))
        .where('direction', '=', direction)
        .execute()
      return rows.map(figureOf)
    },
  }
}
