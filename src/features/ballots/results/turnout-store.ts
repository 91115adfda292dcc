import { open } from '../../../db/index.ts'
import { PARTICIPANTS } from '../../../kernel/access/permission.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { TurnoutStore } from './turnout-usecases.ts'

/** The roll of an open ballot is in `vote`, of a secret one in `sealed_vote` until it is counted. */
const ROLLS = ['vote', 'sealed_vote'] as const

export function turnoutStore(tx: Tx): TurnoutStore {
  const db = open(tx)

  async function votersOn(roll: (typeof ROLLS)[number], ballot: string, people: readonly string[]) {
    const rows = await db
      .selectFrom(roll)
      .select('person_id')
      .where('ballot_id', '=', ballot)
      .where('person_id', 'in', people)
      .execute()
    return rows.flatMap(row => row.person_id ?? [])
  }

  async function votesOn(roll: (typeof ROLLS)[number], ballot: string) {
    const rows = await db
      .selectFrom(roll)
      .select(({ fn }) => ['direction', fn.countAll<number>().as('count')])
      .where('ballot_id', '=', ballot)
      .where('direction', 'is not', null)
      .groupBy('direction')
      .execute()
    return rows.map(({ direction, count }) => [direction ?? '', Number(count)] as const)
  }

  /** What remains of a counted secret ballot: multiples of 5, in the middle of the five that each stands for. */
  async function votesKept(ballot: string) {
    const kept = db
      .selectFrom('ballot_turnout')
      .select(['direction', 'votes'])
      .where('ballot_id', '=', ballot)
    return (await kept.execute()).map(({ direction, votes }) => [direction, votes + 2] as const)
  }

  return {
    // The one query that joins all people with the voters; it returns ids only.
    async nonVoters(ballot, limit, after, directions) {
      const rows = await db
        .selectFrom('person')
        .select('person.id')
        .where('person.id', '>', after)
        .where('person.role', 'in', PARTICIPANTS)
        .$if(directions !== undefined, people => people.where('person.direction', 'in', directions ?? []))
        .where(({ and, not, exists, selectFrom }) =>
          and(
            ROLLS.map(roll =>
              not(
                exists(
                  selectFrom(roll)
                    .select(`${roll}.person_id`)
                    .where(`${roll}.ballot_id`, '=', ballot)
                    .whereRef(`${roll}.person_id`, '=', 'person.id'),
                ),
              ),
            ),
          ),
        )
        .orderBy('person.id')
        .limit(limit)
        .execute()
      return rows.map(({ id }) => id)
    },

    async votersAmong(ballot, people) {
      if (people.length === 0) return new Set()
      const found = [await votersOn('vote', ballot, people), await votersOn('sealed_vote', ballot, people)]
      return new Set(found.flat())
    },

    async votesByDirection(ballot) {
      return new Map([
        ...(await votesOn('vote', ballot)),
        ...(await votesOn('sealed_vote', ballot)),
        ...(await votesKept(ballot)),
      ])
    },
  }
}
