import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { SecretStore } from './usecases.ts'

export function secretStore(tx: Tx): SecretStore {
  const db = open(tx)
  const roll = (ballot: string) => db.selectFrom('sealed_vote').where('ballot_id', '=', ballot)

  return {
    async putKey(ballot, wrapped) {
      await db.insertInto('ballot_key').values({ ballot_id: ballot, wrapped }).execute()
    },

    async wrappedKey(ballot) {
      const key = db.selectFrom('ballot_key').select('wrapped').where('ballot_id', '=', ballot)
      return (await key.executeTakeFirst())?.wrapped
    },

    async accountOf(person) {
      const row = await db
        .selectFrom('person')
        .select(['tenant', 'object_id'])
        .where('id', '=', person)
        .executeTakeFirst()
      return row && `${row.tenant}/${row.object_id}`
    },

    async onRoll(ballot, mark) {
      const row = await roll(ballot).select('direction').where('mark', '=', mark).executeTakeFirst()
      return row && { direction: row.direction ?? undefined }
    },

    async put({ ballot, mark, person, envelope, direction = null }) {
      const vote = { person_id: person, envelope, direction }
      await db
        .insertInto('sealed_vote')
        .values({ ballot_id: ballot, mark, ...vote })
        .onConflict(on => on.columns(['ballot_id', 'mark']).doUpdateSet(vote))
        .execute()
    },

    async votedIn(person, ballots) {
      if (ballots.length === 0) return new Set()
      const mine = db.selectFrom('sealed_vote').select('ballot_id').where('person_id', '=', person)
      const rows = await mine.where('ballot_id', 'in', ballots).execute()
      return new Set(rows.map(row => row.ballot_id))
    },

    async unplaced(person) {
      const mine = db.selectFrom('sealed_vote').select('ballot_id').where('person_id', '=', person)
      const rows = await mine.where('direction', 'is', null).execute()
      return rows.map(row => row.ballot_id)
    },

    async place(ballot, person, direction) {
      await db
        .updateTable('sealed_vote')
        .set({ direction })
        .where('person_id', '=', person)
        .where('ballot_id', '=', ballot)
        .where('direction', 'is', null)
        .execute()
    },

    async leave(person) {
      await db.updateTable('sealed_vote').set({ person_id: null }).where('person_id', '=', person).execute()
    },

    async countRoll(ballot) {
      const { votes } = await roll(ballot)
        .select(({ fn }) => fn.countAll<number>().as('votes'))
        .executeTakeFirstOrThrow()
      await db.updateTable('ballot').set({ votes }).where('id', '=', ballot).execute()
      return votes
    },

    async envelopes(ballot) {
      const rows = await roll(ballot).select(['mark', 'envelope', 'direction']).execute()
      return rows.map(({ direction, ...row }) => ({ ...row, direction: direction ?? undefined }))
    },

    async putResult(ballot, { votes, sums, turnout }) {
      await db.updateTable('ballot').set({ votes }).where('id', '=', ballot).execute()
      for (const [option, sum] of sums)
        await db.updateTable('ballot_option').set(sum).where('id', '=', option).execute()
      const rows = [...turnout].map(([direction, cast]) => ({ ballot_id: ballot, direction, votes: cast }))
      if (rows.length > 0) await db.insertInto('ballot_turnout').values(rows).execute()
    },

    async destroy(ballot, at) {
      await db.deleteFrom('sealed_vote').where('ballot_id', '=', ballot).execute()
      await db.deleteFrom('ballot_key').where('ballot_id', '=', ballot).execute()
      await db.insertInto('ballot_scrub').values({ ballot_id: ballot, since: at }).execute()
    },

    async uncounted(now) {
      const rows = await db
        .selectFrom('ballot_key')
        .innerJoin('ballot', 'ballot.id', 'ballot_key.ballot_id')
        .select('ballot.id')
        .where('closes_at', '<=', now)
        .execute()
      return rows.map(({ id }) => id)
    },

    async toScrub() {
      const rows = await db.selectFrom('ballot_scrub').select('ballot_id').execute()
      return rows.map(row => row.ballot_id)
    },

    async scrubbed(ballots) {
      await db.deleteFrom('ballot_scrub').where('ballot_id', 'in', ballots).execute()
    },
  }
}
