import type { Tx } from '../../../kernel/storage/tx.ts'
import type { VisitStore } from '../attendees/usecases.ts'
import { type Leader, seatingOf } from './domain.ts'
import type { FacilitatorStore } from './facilitator-usecases.ts'
import type { TableStore } from './usecases.ts'

/** A table as the room reads it: ids of those there who consented to be named, and how many others. */
export type ShownTable = {
  readonly number: number
  readonly named: readonly string[]
  readonly others: number
}

type Parts = {
  readonly tables: (tx: Tx) => Pick<TableStore, 'draw' | 'guests' | 'places' | 'seatedAt'>
  readonly facilitators: (tx: Tx) => Pick<FacilitatorStore, 'all' | 'find'>
  readonly visits: (tx: Tx) => Pick<VisitStore, 'shown' | 'isShown'>
}

/** More than any workshop has seats. */
const EVERYBODY = 100_000

export type ShownTableUsecases = ReturnType<typeof shownTableUsecases>

export function shownTableUsecases({ tables, facilitators, visits }: Parts) {
  async function isShownToAll(tx: Tx, workshop: string): Promise<boolean> {
    return (await tables(tx).draw(workshop))?.shownAt !== undefined
  }

  return {
    /** Facilitator of the workshop: at a table of their own, or as a whole. */
    leaderIn: (tx: Tx, workshop: string, person: string): Promise<Leader | undefined> =>
      facilitators(tx).find(workshop, person),

    /** The tables once everybody sees their own; undefined before. */
    async shownTables(tx: Tx, workshop: string): Promise<readonly ShownTable[] | undefined> {
      const draw = await tables(tx).draw(workshop)
      if (draw?.shownAt === undefined) return undefined
      const guests = await tables(tx).guests(workshop)
      const leaders = await facilitators(tx).all(workshop)
      const seating = seatingOf(draw, guests, leaders, await tables(tx).places(workshop))
      const consenting = new Set(await visits(tx).shown(workshop, '', EVERYBODY))
      return seating.tables.map(({ number, leaders: leading, people }) => {
        const all = [...leading, ...people]
        const named = all.filter(id => consenting.has(id))
        return { number, named, others: all.length - named.length }
      })
    },

    /** One of them, for who sits there: a thousand phones ask at once. */
    async shownTable(tx: Tx, workshop: string, number: number): Promise<ShownTable | undefined> {
      if (!(await isShownToAll(tx, workshop))) return undefined
      const leaders = await facilitators(tx).all(workshop)
      const seated = (await tables(tx).seatedAt(workshop, number)).filter(
        ({ id }) => !leaders.some(({ person }) => person === id),
      )
      const leading = leaders.filter(({ table }) => table === number).map(({ person: id }) => id)
      const named = seated.filter(({ shown }) => shown).map(({ id }) => id)
      for (const id of leading) if (await visits(tx).isShown(workshop, id)) named.unshift(id)
      return { number, named, others: seated.length + leading.length - named.length }
    },
  }
}
