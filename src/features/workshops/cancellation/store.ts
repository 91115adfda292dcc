import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { RegistrationAnswer } from '../workshop/domain.ts'
import { countUntold } from '../workshop/unreachable-store.ts'
import type { CancellationStore } from './usecases.ts'

export function cancellationStore(tx: Tx): CancellationStore {
  const db = open(tx)
  return {
    async concerned(workshop, limit, after) {
      const rows = await db
        .selectFrom('registration')
        .select('person_id')
        .where('workshop_id', '=', workshop)
        .where('person_id', '>', after)
        .where('answer', 'in', ['yes', 'offered', 'waiting'])
        .orderBy('person_id')
        .limit(limit)
        .execute()
      return rows.map(row => row.person_id)
    },

    async firstStarts(workshops, people, now) {
      if (workshops.length === 0 || people.length === 0) return new Map()
      const rows = await db
        .selectFrom('registration')
        .innerJoin('workshop', 'workshop.id', 'registration.workshop_id')
        .select(({ fn }) => ['person_id', fn.min<number>('workshop.starts_at').as('at')])
        .where('workshop_id', 'in', workshops)
        .where('person_id', 'in', people)
        .where('answer', 'in', ['yes', 'offered', 'waiting'])
        .where('workshop.starts_at', '>', now)
        .groupBy('person_id')
        .execute()
      return new Map(rows.map(row => [row.person_id, Number(row.at)]))
    },

    async countConcerned(workshops, but) {
      if (workshops.length === 0) return { seated: 0, waiting: 0, untold: 0 }
      const people = async (answers: readonly RegistrationAnswer[]) => {
        const { count } = await db
          .selectFrom('registration')
          .select(({ fn }) => fn.count<number>('person_id').distinct().as('count'))
          .where('workshop_id', 'in', workshops)
          .where('answer', 'in', answers)
          .where('person_id', '<>', but)
          .executeTakeFirstOrThrow()
        return Number(count)
      }
      const seated = await people(['yes', 'offered'])
      const answers = ['yes', 'offered', 'waiting'] as const
      const untold = await countUntold(tx, { workshops, answers, but })
      return { seated, waiting: (await people(answers)) - seated, untold }
    },
  }
}
