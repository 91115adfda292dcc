import type { Selectable } from 'kysely'
import { lockRow, open, type Tables } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { TableDraw } from './domain.ts'
import type { TableStore } from './usecases.ts'

/** Rows per statement: SQLite limits the number of bound parameters. */
const ROWS = 500

function drawOf(row: Selectable<Tables['table_draw']> | undefined): TableDraw | undefined {
  if (!row) return undefined
  const { workshop_id: workshop, seed, tables, drawn_at: at, drawn_by: by, shown_at } = row
  return { workshop, seed, tables, at, by, ...(shown_at !== null && { shownAt: shown_at }) }
}

export function tableStore(tx: Tx): TableStore {
  const db = open(tx)
  const byWorkshop = (id: string) => db.selectFrom('table_draw').selectAll().where('workshop_id', '=', id)
  return {
    async draw(workshop) {
      return drawOf(await byWorkshop(workshop).executeTakeFirst())
    },

    async lock(workshop) {
      return drawOf(await lockRow(tx, byWorkshop(workshop)).executeTakeFirst())
    },

    async putDraw({ workshop, seed, tables, at, by }) {
      const drawn = { seed, tables, drawn_at: at, drawn_by: by, shown_at: null }
      await db
        .insertInto('table_draw')
        .values({ workshop_id: workshop, ...drawn })
        .onConflict(on => on.column('workshop_id').doUpdateSet(drawn))
        .execute()
    },

    async show(workshop, at) {
      await db
        .updateTable('table_draw')
        .set({ shown_at: at })
        .where('workshop_id', '=', workshop)
        .where('shown_at', 'is', null)
        .execute()
    },

    async places(workshop) {
      const rows = await db
        .selectFrom('table_place')
        .select(['person_id', 'table_no'])
        .where('workshop_id', '=', workshop)
        .execute()
      return new Map(rows.map(row => [row.person_id, row.table_no]))
    },

    async placeOf(workshop, person) {
      const row = await db
        .selectFrom('table_place')
        .select('table_no')
        .where('workshop_id', '=', workshop)
        .where('person_id', '=', person)
        .executeTakeFirst()
      return row?.table_no
    },

    async replacePlaces(workshop, places) {
      await db.deleteFrom('table_place').where('workshop_id', '=', workshop).execute()
      const rows = [...places].map(([person_id, table_no]) => ({
        workshop_id: workshop,
        person_id,
        table_no,
      }))
      for (let from = 0; from < rows.length; from += ROWS) {
        await db
          .insertInto('table_place')
          .values(rows.slice(from, from + ROWS))
          .execute()
      }
    },

    async addPlace(workshop, person, table) {
      await db
        .insertInto('table_place')
        .values({ workshop_id: workshop, person_id: person, table_no: table })
        .onConflict(on => on.columns(['workshop_id', 'person_id']).doNothing())
        .execute()
    },

    async tablesOf(person, since) {
      const led = await db
        .selectFrom('workshop_facilitator as own')
        .innerJoin('workshop', 'workshop.id', 'own.workshop_id')
        .select(({ ref }) => ['own.workshop_id', ref('own.table_no').$notNull().as('table_no')])
        .where('own.person_id', '=', person)
        .where('own.table_no', 'is not', null)
        .where('workshop.ends_at', '>', since)
        .execute()
      const shown = await db
        .selectFrom('table_place as own')
        .innerJoin('table_draw', 'table_draw.workshop_id', 'own.workshop_id')
        .innerJoin('workshop', 'workshop.id', 'own.workshop_id')
        .select(['own.workshop_id', 'own.table_no'])
        .where('own.person_id', '=', person)
        .where('table_draw.shown_at', 'is not', null)
        .where('workshop.ends_at', '>', since)
        .execute()
      return [...led, ...shown].map(row => ({ workshop: row.workshop_id, table: row.table_no }))
    },

    async seatedAt(workshop, table) {
      const rows = await db
        .selectFrom('table_place as own')
        .innerJoin('registration', on =>
          on
            .onRef('registration.workshop_id', '=', 'own.workshop_id')
            .onRef('registration.person_id', '=', 'own.person_id'),
        )
        .select(['own.person_id', 'registration.shown'])
        .where('own.workshop_id', '=', workshop)
        .where('own.table_no', '=', table)
        .where('registration.answer', '=', 'yes')
        .execute()
      return rows.map(({ person_id: id, shown }) => ({ id, shown: shown === 1 }))
    },

    async sizeOf(workshop, table) {
      const { count } = await db
        .selectFrom('table_place')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('workshop_id', '=', workshop)
        .where('table_no', '=', table)
        .executeTakeFirstOrThrow()
      return Number(count)
    },

    async guests(workshop) {
      const rows = await db
        .selectFrom('registration')
        .select(['person_id', 'direction'])
        .where('workshop_id', '=', workshop)
        .where('answer', '=', 'yes')
        .execute()
      return rows.map(({ person_id: id, direction }) => ({ id, direction: direction ?? undefined }))
    },

    async offered(workshop) {
      const rows = await db
        .selectFrom('registration')
        .select('person_id')
        .where('workshop_id', '=', workshop)
        .where('answer', '=', 'offered')
        .execute()
      return rows.map(row => row.person_id)
    },
  }
}
