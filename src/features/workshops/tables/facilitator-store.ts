import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Leader } from './domain.ts'
import type { FacilitatorStore } from './facilitator-usecases.ts'

type Row = { readonly person_id: string; readonly table_no: number | null }

function leaderOf({ person_id: person, table_no: table }: Row): Leader {
  return { person, ...(table !== null && { table }) }
}

export function facilitatorStore(tx: Tx): FacilitatorStore {
  const db = open(tx)
  const ofWorkshop = (id: string) =>
    db.selectFrom('workshop_facilitator').select(['person_id', 'table_no']).where('workshop_id', '=', id)
  return {
    async all(workshop) {
      return (await ofWorkshop(workshop).orderBy('person_id').execute()).map(leaderOf)
    },

    async find(workshop, person) {
      const row = await ofWorkshop(workshop).where('person_id', '=', person).executeTakeFirst()
      return row && leaderOf(row)
    },

    async led(person, workshops) {
      if (workshops.length === 0) return new Map()
      const rows = await db
        .selectFrom('workshop_facilitator')
        .select(['workshop_id', 'table_no'])
        .where('person_id', '=', person)
        .where('workshop_id', 'in', workshops)
        .execute()
      return new Map(
        rows.map(({ workshop_id, table_no }) => [workshop_id, table_no === null ? {} : { table: table_no }]),
      )
    },

    async put(workshop, { person, table = null }: { person: string; table?: number | null }) {
      await db
        .insertInto('workshop_facilitator')
        .values({ workshop_id: workshop, person_id: person, table_no: table })
        .onConflict(on => on.columns(['workshop_id', 'person_id']).doUpdateSet({ table_no: table }))
        .execute()
    },

    async remove(workshop, person) {
      await db
        .deleteFrom('workshop_facilitator')
        .where('workshop_id', '=', workshop)
        .where('person_id', '=', person)
        .execute()
    },
  }
}
