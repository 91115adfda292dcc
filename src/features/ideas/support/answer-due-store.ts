import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { type AnswerDue, earlier, waitsForAnswer } from '../idea/answer-due.ts'
import type { AnswerDueStore } from './answer-due-usecases.ts'

type Row = { readonly clock_on: string | null; readonly clock_party: AnswerDue['by'] | null }

const clockOf = ({ clock_on: on, clock_party: by }: Row): readonly AnswerDue[] =>
  on === null || by === null ? [] : [{ on, by }]

export function answerDueStore(tx: Tx): AnswerDueStore {
  const db = open(tx)

  /** Its own first. */
  async function clocksOf(id: string): Promise<readonly AnswerDue[]> {
    const rows = await db
      .selectFrom('idea')
      .select(['id', 'clock_on', 'clock_party'])
      .where(({ or, eb }) => or([eb('id', '=', id), eb('root', '=', id)]))
      .orderBy('id')
      .execute()
    return rows.toSorted((one, other) => Number(other.id === id) - Number(one.id === id)).flatMap(clockOf)
  }

  return {
    async setClock(id, { on, by }) {
      await db.updateTable('idea').set({ clock_on: on, clock_party: by }).where('id', '=', id).execute()
    },
    async redate(id) {
      const idea = await db
        .selectFrom('idea')
        .select(['state', 'answered_at'])
        .where('id', '=', id)
        .executeTakeFirst()
      if (!idea) return
      const waits = waitsForAnswer({ state: idea.state, answer: idea.answered_at ?? undefined })
      const [first, ...others] = waits ? await clocksOf(id) : []
      const due = first && others.reduce(earlier, first)
      await db
        .updateTable('idea')
        .set({ due_on: due?.on ?? null, due_party: due?.by ?? null })
        .where('id', '=', id)
        .execute()
    },
  }
}
