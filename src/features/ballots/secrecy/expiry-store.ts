import { open } from '../../../db/index.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import type { Expiry } from '../../../kernel/personal-data/expiry.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'

/** Votes in open ballots closed before that still name their voter. */
function named(tx: Tx, before: number) {
  return open(tx)
    .selectFrom('vote')
    .innerJoin('ballot', 'ballot.id', 'vote.ballot_id')
    .innerJoin('person', 'person.id', 'vote.person_id')
    .where('ballot.closes_at', '<', before)
}

/** Pseudonymises old votes: each gets a random id of its own instead of the voter's, and counts as before. */
export function oldVotes(ids: Pick<Ids, 'next'>): Expiry {
  async function unname(tx: Tx, ballot: string, person: string): Promise<void> {
    const nobody = ids.next()
    const db = open(tx)
    const own = db.selectFrom('vote').selectAll().where('ballot_id', '=', ballot)
    const vote = await own.where('person_id', '=', person).executeTakeFirstOrThrow()
    // The choices refer to the vote by foreign key: a copy of it is inserted first.
    await db
      .insertInto('vote')
      .values({ ...vote, person_id: nobody })
      .execute()
    await db
      .updateTable('vote_choice')
      .set({ person_id: nobody })
      .where('ballot_id', '=', ballot)
      .where('person_id', '=', person)
      .execute()
    await db.deleteFrom('vote').where('ballot_id', '=', ballot).where('person_id', '=', person).execute()
  }

  return {
    kind: 'votes',
    after: 'itself',
    async count(tx, before) {
      const counted = named(tx, before).select(({ fn }) => fn.countAll<number>().as('count'))
      return Number((await counted.executeTakeFirstOrThrow()).count)
    },
    async erase(tx, before, limit) {
      const found = named(tx, before).select(['vote.ballot_id', 'vote.person_id']).orderBy('vote.ballot_id')
      const rows = await found.limit(limit).execute()
      for (const { ballot_id: ballot, person_id: person } of rows) await unname(tx, ballot, person)
      return rows.length
    },
  }
}
