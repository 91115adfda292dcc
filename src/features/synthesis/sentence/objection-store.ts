import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Objection } from './objections.ts'
import type { ObjectionStore } from './rows.ts'

type Row = {
  readonly sentence_id: string
  readonly person_id: string
  readonly wording: string
  readonly said_on: string
  readonly ended_on: string | null
}

const objectionOf = ({ sentence_id, person_id, wording, said_on, ended_on }: Row): Objection => ({
  sentence: sentence_id,
  person: person_id,
  wording,
  saidOn: said_on,
  ...(ended_on !== null && { endedOn: ended_on }),
})

export function objectionStore(tx: Tx): ObjectionStore {
  const db = open(tx)
  const all = () =>
    db
      .selectFrom('synthesis_objection')
      .select(['sentence_id', 'person_id', 'wording', 'said_on', 'ended_on'])
  return {
    async of(axis) {
      const rows = await all()
        .where('sentence_id', 'in', ({ selectFrom }) =>
          selectFrom('synthesis_sentence')
            .innerJoin('synthesis', 'synthesis.id', 'synthesis_id')
            .select('synthesis_sentence.id')
            .where('axis', '=', axis)
            .where('state', '=', 'draft'),
        )
        .execute()
      return rows.map(objectionOf)
    },

    async find(sentence, person) {
      const row = await all()
        .where('sentence_id', '=', sentence)
        .where('person_id', '=', person)
        .executeTakeFirst()
      return row && objectionOf(row)
    },

    async put({ sentence, person, wording, saidOn, endedOn }) {
      const kept = { wording, said_on: saidOn, ended_on: endedOn ?? null }
      await db
        .insertInto('synthesis_objection')
        .values({ sentence_id: sentence, person_id: person, ...kept })
        .onConflict(on => on.columns(['sentence_id', 'person_id']).doUpdateSet(kept))
        .execute()
    },

    async remove({ sentence, person }) {
      await db
        .deleteFrom('synthesis_objection')
        .where('sentence_id', '=', sentence)
        .where('person_id', '=', person)
        .execute()
    },

    async forget(day) {
      await db.deleteFrom('synthesis_objection').where('ended_on', '<', day).execute()
    },
  }
}
