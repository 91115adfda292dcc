import { open } from '../../db/index.ts'
import type { Tx } from '../../kernel/tx.ts'
import { ideaOf } from './row-store.ts'
import type { IdeaStore } from './usecases.ts'

type AnswerStore = Pick<IdeaStore, 'setAnswer' | 'waiting' | 'waitingSince' | 'axesSince' | 'cells'>

export function answerStore(tx: Tx): AnswerStore {
  const db = open(tx)
  const oldest = (direction: string, limit: number) =>
    db
      .selectFrom('idea')
      .selectAll()
      .where('state', '=', 'received')
      .where('direction', '=', direction)
      .orderBy('created_at')
      .orderBy('id')
      .limit(limit)
  return {
    async setAnswer(id, { text, by, as, at }) {
      const answer = { answer: text, answered_by: by, answered_as: as, answered_at: at }
      await db
        .updateTable('idea')
        .set({ state: 'answered', ...answer })
        .where('id', '=', id)
        .execute()
    },
    async waiting(direction, limit, after) {
      const rows = await oldest(direction, limit)
        .$if(after !== undefined, query =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('created_at', 'id'), '>', tuple(after?.at ?? 0, after?.id ?? '')),
          ),
        )
        .execute()
      return rows.map(ideaOf)
    },
    async waitingSince(direction, before, limit) {
      const rows = await oldest(direction, limit).where('created_at', '<', before).execute()
      return rows.map(ideaOf)
    },
    async axesSince(direction, since) {
      const rows = await db
        .selectFrom('idea')
        .select('axis')
        .distinct()
        .where('state', 'in', ['received', 'answered'])
        .where('direction', '=', direction)
        .where('created_at', '>=', since)
        .execute()
      return rows.flatMap(({ axis }) => axis ?? [])
    },
    async cells() {
      const rows = await db
        .selectFrom('idea')
        .select(['state', 'direction', 'axis'])
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('state', 'in', ['received', 'answered'])
        .groupBy(['state', 'direction', 'axis'])
        .execute()
      return rows.map(({ direction, axis, ...row }) => ({
        ...row,
        direction: direction ?? '',
        axis: axis ?? '',
      }))
    },
  }
}
