import { type Selectable, sql } from 'kysely'
import { lockRow, open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { SeatQuotas } from '../seats/domain.ts'
import { workshopOf } from '../workshop/row-store.ts'
import type { WorkshopSeries } from './domain.ts'
import type { SeriesStore } from './usecases.ts'

/** Cursor that sorts before every series. */
const NEWEST = { at: Number.MAX_SAFE_INTEGER, id: '' }
/** Exceeds the days of any series. */
const MANY = 100

type Row = Selectable<Tables['series']>

export function seriesOf({ created_at, announced_at, ...same }: Row): WorkshopSeries {
  return { ...same, createdAt: created_at, announcedAt: announced_at }
}

function rowOf({ createdAt, announcedAt, ...same }: WorkshopSeries): Row {
  return { ...same, created_at: createdAt, announced_at: announcedAt }
}

export function seriesStore(tx: Tx): SeriesStore {
  const db = open(tx)
  const byId = (id: string) => db.selectFrom('series').selectAll().where('id', '=', id)

  return {
    async add(series) {
      await db.insertInto('series').values(rowOf(series)).execute()
    },

    async change({ id, ...series }) {
      const { id: _, ...row } = rowOf({ id, ...series })
      await db.updateTable('series').set(row).where('id', '=', id).execute()
    },

    async remove(id) {
      await db.deleteFrom('series').where('id', '=', id).execute()
    },

    async find(id) {
      const row = await byId(id).executeTakeFirst()
      return row && seriesOf(row)
    },

    async lock(id) {
      const row = await lockRow(tx, byId(id)).executeTakeFirst()
      return row && seriesOf(row)
    },

    async list(limit, after = NEWEST) {
      const rows = await db
        .selectFrom('series')
        .selectAll()
        .where(({ eb, refTuple, tuple }) => eb(refTuple('created_at', 'id'), '<', tuple(after.at, after.id)))
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(seriesOf)
    },

    async days(id) {
      const rows = await db
        .selectFrom('workshop')
        .selectAll()
        .where('series', '=', id)
        // Spelled as in the partial index's condition: SQLite does not use the index with a bound parameter.
        .where('series', '<>', sql.lit(''))
        .orderBy('starts_at')
        .orderBy('id')
        .limit(MANY)
        .execute()
      return rows.map(workshopOf)
    },

    async removeDay(workshop) {
      for (const table of ['workshop_quota', 'workshop_facilitator'] as const)
        await db.deleteFrom(table).where('workshop_id', '=', workshop).execute()
      await db.deleteFrom('workshop').where('id', '=', workshop).where('state', '=', 'draft').execute()
    },

    async quotas(workshops) {
      if (workshops.length === 0) return new Map()
      const rows = await db
        .selectFrom('workshop_quota')
        .select(['workshop_id', 'direction', 'seats'])
        .where('workshop_id', 'in', workshops)
        .execute()
      const own = Map.groupBy(rows, row => row.workshop_id)
      return new Map(
        [...own].map(([id, each]) => [
          id,
          new Map(each.map(row => [row.direction, row.seats])) as SeatQuotas,
        ]),
      )
    },
  }
}
