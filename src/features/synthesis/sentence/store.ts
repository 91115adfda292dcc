import { lockRow, open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Agreement, Synthesis } from './domain.ts'
import type { SynthesisStore } from './rows.ts'

type Row = {
  readonly id: string
  readonly axis: string
  readonly state: Synthesis['state']
  readonly changed_at: number
  readonly published_at: number | null
  readonly published_by: string | null
  readonly ideas: number | null
  readonly sample_read: number | null
  readonly sample_right: number | null
  readonly sample_whole: number | null
}

function agreementOf({ sample_read, sample_right, sample_whole }: Row): Agreement | undefined {
  if (sample_read === null) return undefined
  return { read: sample_read, right: sample_right ?? 0, whole: sample_whole === 1 }
}

function synthesisOf(row: Row): Synthesis {
  const { id, axis, state, changed_at: changedAt, published_at, published_by, ideas } = row
  if (published_at === null) return { id, axis, state, changedAt }
  const agreement = agreementOf(row)
  const published = { at: published_at, by: published_by ?? '', ideas: ideas ?? 0 }
  return { id, axis, state, changedAt, published: { ...published, ...(agreement && { agreement }) } }
}

function rowOf({ id, axis, state, changedAt, published }: Synthesis): Row {
  const { at = null, by = null, ideas = null, agreement } = published ?? {}
  return {
    id,
    axis,
    state,
    changed_at: changedAt,
    published_at: at,
    published_by: by,
    ideas,
    sample_read: agreement?.read ?? null,
    sample_right: agreement?.right ?? null,
    sample_whole: agreement ? Number(agreement.whole) : null,
  }
}

export function synthesisStore(tx: Tx): SynthesisStore {
  const db = open(tx)
  const all = () => db.selectFrom('synthesis').selectAll()
  const one = (axis: string, state: Synthesis['state']) =>
    all().where('axis', '=', axis).where('state', '=', state)
  return {
    async find(axis, state) {
      const row = await one(axis, state).executeTakeFirst()
      return row && synthesisOf(row)
    },

    async lock(axis, state) {
      const row = await lockRow(tx, one(axis, state)).executeTakeFirst()
      return row && synthesisOf(row)
    },

    async axisOf(sentence) {
      const row = await db
        .selectFrom('synthesis_sentence')
        .innerJoin('synthesis', 'synthesis.id', 'synthesis_id')
        .select('axis')
        .where('synthesis_sentence.id', '=', sentence)
        .executeTakeFirst()
      return row?.axis
    },

    async published(axes) {
      if (axes.length === 0) return []
      const rows = await all().where('axis', 'in', axes).where('state', '=', 'published').execute()
      return rows.map(synthesisOf)
    },

    async add(synthesis) {
      await db
        .insertInto('synthesis')
        .values(rowOf(synthesis))
        .onConflict(on => on.columns(['axis', 'state']).doNothing())
        .execute()
    },

    async touch(id, at) {
      await db.updateTable('synthesis').set({ changed_at: at }).where('id', '=', id).execute()
    },

    async remove(id) {
      await db.deleteFrom('synthesis_sentence').where('synthesis_id', '=', id).execute()
      await db.deleteFrom('synthesis').where('id', '=', id).execute()
    },
  }
}
