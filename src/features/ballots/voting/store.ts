import { sql } from 'kysely'
import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { GivenVote } from '../ballot/choice.ts'
import type { Option } from '../ballot/domain.ts'
import type { VoteStore } from './usecases.ts'

/** Votes of one person that can wait for a Direction. */
const MANY = 500

type ChosenRow = {
  readonly direction: string | null
  readonly voted_at: number
  readonly option_id: string
  readonly points: number
}

/** Rows in the order of the options, as votes by `key`. */
function givenBy<Row extends ChosenRow>(
  rows: readonly Row[],
  key: (row: Row) => string,
): ReadonlyMap<string, GivenVote> {
  return new Map(
    [...Map.groupBy(rows, key)].map(([id, chosen]) => {
      const choice = chosen.map(({ option_id, points }) => ({ option: option_id, points }))
      const [one] = chosen
      return [id, { choice, direction: one?.direction ?? undefined, at: one?.voted_at ?? 0 }]
    }),
  )
}

/** The new total of each option, in one statement. PostgreSQL takes parameters of a `case` for texts unless told. */
function totalOf(moved: readonly Option[], total: 'votes' | 'voters') {
  const whens = moved.map(option => sql`when ${option.id} then cast(${option[total]} as integer)`)
  return sql<number>`case id ${sql.join(whens, sql` `)} end`
}

export function voteStore(tx: Tx): VoteStore {
  const db = open(tx)
  const chosen = () =>
    db
      .selectFrom('vote')
      .innerJoin('vote_choice', join =>
        join
          .onRef('vote_choice.ballot_id', '=', 'vote.ballot_id')
          .onRef('vote_choice.person_id', '=', 'vote.person_id'),
      )
      .innerJoin('ballot_option', 'ballot_option.id', 'vote_choice.option_id')
      .select(['vote.ballot_id', 'vote.person_id', 'direction', 'voted_at', 'option_id', 'points'])
      .orderBy('position')
  return {
    async choices(person, ballots) {
      if (ballots.length === 0) return new Map()
      const query = chosen().where('vote.person_id', '=', person).where('vote.ballot_id', 'in', ballots)
      return givenBy(await query.execute(), row => row.ballot_id)
    },

    async given(ballot, people) {
      if (people.length === 0) return new Map()
      const query = chosen().where('vote.ballot_id', '=', ballot).where('vote.person_id', 'in', people)
      return givenBy(await query.execute(), row => row.person_id)
    },

    async putVotes(ballot, votes, given) {
      if (votes.length === 0) return
      const rows = votes.map(({ person, direction = null, at }) => ({
        ballot_id: ballot,
        person_id: person,
        direction,
        voted_at: at,
      }))
      await db
        .insertInto('vote')
        .values(rows)
        .onConflict(on =>
          on.columns(['ballot_id', 'person_id']).doUpdateSet(({ ref }) => ({
            direction: ref('excluded.direction'),
            voted_at: ref('excluded.voted_at'),
          })),
        )
        .execute()
      const again = votes.map(({ person }) => person).filter(person => given.has(person))
      const before = db.deleteFrom('vote_choice').where('ballot_id', '=', ballot)
      if (again.length > 0) await before.where('person_id', 'in', again).execute()
      const choices = votes.flatMap(({ person, choice }) =>
        choice.map(({ option, points }) => ({
          ballot_id: ballot,
          person_id: person,
          option_id: option,
          points,
        })),
      )
      await db.insertInto('vote_choice').values(choices).execute()
    },

    async unplaced(person, now) {
      const rows = await db
        .selectFrom('vote')
        .innerJoin('ballot', 'ballot.id', 'vote.ballot_id')
        .select('ballot_id')
        .where('person_id', '=', person)
        .where('direction', 'is', null)
        .where('closes_at', '>', now)
        .limit(MANY)
        .execute()
      return rows.map(row => row.ballot_id)
    },

    async place(id, person, direction) {
      await db
        .updateTable('vote')
        .set({ direction })
        .where('ballot_id', '=', id)
        .where('person_id', '=', person)
        .where('direction', 'is', null)
        .execute()
    },

    async putTotals(before, { id, votes, options }) {
      if (votes !== before.votes) await db.updateTable('ballot').set({ votes }).where('id', '=', id).execute()
      const moved = options.filter(({ votes, voters }, at) => {
        const was = before.options[at]
        return was?.votes !== votes || was.voters !== voters
      })
      if (moved.length === 0) return
      await db
        .updateTable('ballot_option')
        .set({ votes: totalOf(moved, 'votes'), voters: totalOf(moved, 'voters') })
        .where(
          'id',
          'in',
          moved.map(option => option.id),
        )
        .execute()
    },

    async directions(id, from) {
      const rows = await db
        .selectFrom('vote_choice')
        .innerJoin('vote', join =>
          join
            .onRef('vote.ballot_id', '=', 'vote_choice.ballot_id')
            .onRef('vote.person_id', '=', 'vote_choice.person_id'),
        )
        .select('option_id')
        .where('vote_choice.ballot_id', '=', id)
        .where('direction', 'is not', null)
        .groupBy(['option_id', 'direction'])
        .having(({ fn }) => fn.countAll(), '>=', from)
        .execute()
      const counts = new Map<string, number>()
      for (const { option_id } of rows) counts.set(option_id, (counts.get(option_id) ?? 0) + 1)
      return counts
    },
  }
}
