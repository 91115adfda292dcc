import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { VoterErasureStore } from './erasure-usecases.ts'
import { secretStore } from './store.ts'

export function voterErasureStore(tx: Tx): VoterErasureStore {
  const db = open(tx)
  return {
    accountOf: secretStore(tx).accountOf,
    async votedIn(person, now) {
      const rows = await db
        .selectFrom('vote')
        .innerJoin('ballot', 'ballot.id', 'vote.ballot_id')
        .select('ballot_id')
        .where('person_id', '=', person)
        .where('closes_at', '>', now)
        .orderBy('ballot_id')
        .execute()
      return rows.map(row => row.ballot_id)
    },
    async addMark(ballot, mark) {
      const added = db.insertInto('vote_mark').values({ ballot_id: ballot, mark })
      await added.onConflict(on => on.columns(['ballot_id', 'mark']).doNothing()).execute()
    },
    async hasMarks(ballot) {
      const any = db.selectFrom('vote_mark').select('mark').where('ballot_id', '=', ballot)
      return (await any.limit(1).executeTakeFirst()) !== undefined
    },
    async isMarked(ballot, mark) {
      const found = db.selectFrom('vote_mark').select('mark').where('ballot_id', '=', ballot)
      return (await found.where('mark', '=', mark).executeTakeFirst()) !== undefined
    },
  }
}
