import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { VoteStore } from './usecases.ts'

/** Votes of one person that can wait for a Direction. */
const MANY = 500

export function voteStore(tx: Tx): VoteStore {
  const db = open(tx)
  return {
    async choices(person, ballots) {
      if (ballots.length === 0) return new Map()
      const rows = await db
        .selectFrom('vote')
        .innerJoin('vote_choice', join =>
          join
            .onRef('vote_choice.ballot_id', '=', 'vote.ballot_id')
            .onRef('vote_choice.person_id', '=', 'vote.person_id'),
        )
        .innerJoin('ballot_option', 'ballot_option.id', 'vote_choice.option_id')
        .select(['vote.ballot_id', 'direction', 'voted_at', 'option_id', 'points'])
        .where('vote.person_id', '=', person)
        .where('vote.ballot_id', 'in', ballots)
        .orderBy('position')
        .execute()
      const given = Map.groupBy(rows, row => row.ballot_id)
      return new Map(
        [...given].map(([ballot, chosen]) => {
          const choice = chosen.map(({ option_id, points }) => ({ option: option_id, points }))
          const [one] = chosen
          return [ballot, { choice, direction: one?.direction ?? undefined, at: one?.voted_at ?? 0 }]
        }),
      )
    },

    async putVote({ ballot, person, choice, direction = null, at }, first) {
      const vote = { direction, voted_at: at }
      const key = { ballot_id: ballot, person_id: person }
      await db
        .insertInto('vote')
        .values({ ...key, ...vote })
        .onConflict(on => on.columns(['ballot_id', 'person_id']).doUpdateSet(vote))
        .execute()
      const before = db.deleteFrom('vote_choice').where('ballot_id', '=', ballot)
      if (!first) await before.where('person_id', '=', person).execute()
      const rows = choice.map(({ option, points }) => ({ ...key, option_id: option, points }))
      await db.insertInto('vote_choice').values(rows).execute()
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
      for (const [at, option] of options.entries()) {
        const was = before.options[at]
        if (was?.votes === option.votes && was.voters === option.voters) continue
        const totals = { votes: option.votes, voters: option.voters }
        await db.updateTable('ballot_option').set(totals).where('id', '=', option.id).execute()
      }
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
