import { open } from '../../db/index.ts'
import { PARTICIPANTS } from '../../kernel/permission.ts'
import type { Tx } from '../../kernel/tx.ts'
import type { ClosingStore } from './closing-usecases.ts'

export function closingStore(tx: Tx): ClosingStore {
  const db = open(tx)
  return {
    // The one read that needs who there is beside who voted: names of neither.
    async silent(ballot, limit, after) {
      const rows = await db
        .selectFrom('person')
        .select('person.id')
        .where('person.id', '>', after)
        .where('person.role', 'in', PARTICIPANTS)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('vote')
                .select('vote.person_id')
                .where('vote.ballot_id', '=', ballot)
                .whereRef('vote.person_id', '=', 'person.id'),
            ),
          ),
        )
        .orderBy('person.id')
        .limit(limit)
        .execute()
      return rows.map(({ id }) => id)
    },

    async votersAmong(ballot, people) {
      const rows = await db
        .selectFrom('vote')
        .select('person_id')
        .where('ballot_id', '=', ballot)
        .where('person_id', 'in', people)
        .execute()
      return new Set(rows.map(row => row.person_id))
    },

    async votesByDirection(ballot) {
      const rows = await db
        .selectFrom('vote')
        .select(({ fn }) => ['direction', fn.countAll<number>().as('count')])
        .where('ballot_id', '=', ballot)
        .where('direction', 'is not', null)
        .groupBy('direction')
        .execute()
      return new Map(rows.map(({ direction, count }) => [direction ?? '', Number(count)]))
    },
  }
}
