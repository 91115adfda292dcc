import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { MOST_KEPT, type Sentence, type SentenceVerdict } from './domain.ts'
import type { SentenceStore } from './rows.ts'

type Row = {
  readonly id: string
  readonly synthesis_id: string
  readonly theme_id: string | null
  readonly position: number
  readonly text: string
  readonly model: string | null
  readonly proposal: string | null
  readonly cited: number
  readonly decision: SentenceVerdict
  readonly decided_by: string | null
  readonly decided_at: number | null
  readonly origin: string | null
}

function sentenceOf(row: Row, ideas: readonly string[]): Sentence {
  const { id, synthesis_id: synthesis, position, text, cited, decision } = row
  return {
    id,
    synthesis,
    position,
    text,
    cited,
    decision,
    ideas,
    ...(row.theme_id !== null && { theme: row.theme_id }),
    ...(row.model !== null && { model: row.model }),
    ...(row.proposal !== null && { proposal: row.proposal }),
    ...(row.decided_by !== null && { decidedBy: row.decided_by }),
    ...(row.decided_at !== null && { decidedAt: row.decided_at }),
    ...(row.origin !== null && { origin: row.origin }),
  }
}

const wordingOf = ({ text, model, cited, decision, decidedBy, decidedAt }: Sentence) => ({
  text,
  model: model ?? null,
  cited,
  decision,
  decided_by: decidedBy ?? null,
  decided_at: decidedAt ?? null,
})

export function sentenceStore(tx: Tx): SentenceStore {
  const db = open(tx)

  async function cite({ id, ideas }: Sentence): Promise<void> {
    if (ideas.length === 0) return
    const rows = ideas.map((idea, position) => ({ sentence_id: id, idea_id: idea, position }))
    await db.insertInto('synthesis_citation').values(rows).execute()
  }

  return {
    async of(synthesis) {
      const rows = await db
        .selectFrom('synthesis_sentence')
        .selectAll()
        .where('synthesis_id', '=', synthesis)
        .orderBy('position')
        .orderBy('id')
        // Twice what is kept: two may add at once.
        .limit(2 * MOST_KEPT)
        .execute()
      const cited = await db
        .selectFrom('synthesis_citation')
        .innerJoin('synthesis_sentence', 'synthesis_sentence.id', 'sentence_id')
        .select(['sentence_id', 'idea_id', 'synthesis_citation.position'])
        .where('synthesis_id', '=', synthesis)
        .execute()
      const ideas = Map.groupBy(
        cited.toSorted((one, other) => one.position - other.position),
        ({ sentence_id }) => sentence_id,
      )
      return rows.map(row =>
        sentenceOf(
          row,
          (ideas.get(row.id) ?? []).map(({ idea_id }) => idea_id),
        ),
      )
    },

    async add(sentence) {
      const { id, synthesis, theme, position, proposal, origin } = sentence
      await db
        .insertInto('synthesis_sentence')
        .values({
          id,
          synthesis_id: synthesis,
          theme_id: theme ?? null,
          position,
          proposal: proposal ?? null,
          origin: origin ?? null,
          ...wordingOf(sentence),
        })
        .execute()
      await cite(sentence)
    },

    async put(sentence) {
      const { id } = sentence
      await db.updateTable('synthesis_sentence').set(wordingOf(sentence)).where('id', '=', id).execute()
      await db.deleteFrom('synthesis_citation').where('sentence_id', '=', id).execute()
      await cite(sentence)
    },

    async decide(id, decision, by, at) {
      await db
        .updateTable('synthesis_sentence')
        .set({ decision, decided_by: by ?? null, decided_at: by === undefined ? null : at })
        .where('id', '=', id)
        .execute()
    },

    async place(id, position) {
      await db.updateTable('synthesis_sentence').set({ position }).where('id', '=', id).execute()
    },

    async remove(ids) {
      if (ids.length === 0) return
      await db.deleteFrom('synthesis_sentence').where('id', 'in', ids).execute()
    },
  }
}
