import { open } from '../../db/index.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import type { ListedPerson } from './roll.ts'
import type { RollStore } from './roll-usecases.ts'
import { checkInOf } from './store.ts'

type Name = { readonly person_id: string; readonly name: string | null; readonly direction: string | null }

/** An erased person has no name. */
function nameOf({ person_id, name, direction }: Name) {
  return { person: person_id, name: name ?? '', ...(direction !== null && { direction }) }
}

export function rollStore(tx: Tx): RollStore {
  const db = open(tx)

  const comers = (workshop: string) =>
    db
      .selectFrom('attendance')
      .leftJoin('person', 'person.id', 'attendance.person_id')
      .selectAll('attendance')
      .select(['person.name', 'person.direction'])
      .where('attendance.workshop_id', '=', workshop)

  const seats = (workshop: string) =>
    db
      .selectFrom('registration')
      .leftJoin('person', 'person.id', 'registration.person_id')
      .select(['registration.person_id', 'registration.answer', 'person.name', 'person.direction'])
      .where('registration.workshop_id', '=', workshop)
      .where('registration.answer', 'in', ['yes', 'offered'])

  return {
    async listed(workshop, person) {
      const seated = await seats(workshop)
        .$if(person !== undefined, query => query.where('registration.person_id', '=', person ?? ''))
        .execute()
      const came = await comers(workshop)
        .$if(person !== undefined, query => query.where('attendance.person_id', '=', person ?? ''))
        .execute()
      const listed = new Map<string, ListedPerson>(
        seated.map(row => [
          row.person_id,
          { ...nameOf(row), ...(row.answer === 'offered' && { offered: true as const }) },
        ]),
      )
      for (const { name, direction, ...row } of came)
        listed.set(row.person_id, { ...nameOf({ ...row, name, direction }), checkIn: checkInOf(row) })
      return [...listed.values()]
    },

    async counts(workshop) {
      const { present, beyond } = await db
        .selectFrom('attendance')
        .select(eb => [
          eb.fn.countAll<number>().as('present'),
          eb.fn.sum<number | null>('beyond').as('beyond'),
        ])
        .where('workshop_id', '=', workshop)
        .executeTakeFirstOrThrow()
      return { present: Number(present), beyond: Number(beyond ?? 0) }
    },

    async offers(workshops) {
      if (workshops.length === 0) return new Map()
      const rows = await db
        .selectFrom('registration')
        .select(eb => ['workshop_id', eb.fn.countAll<number>().as('count')])
        .where('workshop_id', 'in', workshops)
        .where('answer', '=', 'offered')
        .groupBy('workshop_id')
        .execute()
      return new Map(rows.map(({ workshop_id, count }) => [workshop_id, Number(count)]))
    },

    async colleagues() {
      const rows = await db
        .selectFrom('person')
        .select(['id', 'name', 'direction'])
        .orderBy('name')
        .orderBy('id')
        .execute()
      return rows.map(row => nameOf({ ...row, person_id: row.id }))
    },

    async here(workshop, people) {
      if (people.length === 0) return new Set()
      const rows = await db
        .selectFrom('attendance')
        .select('person_id')
        .where('workshop_id', '=', workshop)
        .where('person_id', 'in', people)
        .execute()
      return new Set(rows.map(row => row.person_id))
    },

    async came(workshop, limit, after) {
      const rows = await comers(workshop)
        .$if(after !== undefined, query =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(
              refTuple('attendance.at', 'attendance.person_id'),
              '>',
              tuple(after?.at ?? 0, after?.id ?? ''),
            ),
          ),
        )
        .orderBy('attendance.at')
        .orderBy('attendance.person_id')
        .limit(limit)
        .execute()
      return rows.map(({ name, direction, ...row }) => ({
        ...nameOf({ ...row, name, direction }),
        ...checkInOf(row),
      }))
    },
  }
}
