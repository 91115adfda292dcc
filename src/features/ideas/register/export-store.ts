import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { ideaOf } from '../idea/row-store.ts'
import type { ExportedIdeas } from './export.ts'

export function exportStore(tx: Tx): ExportedIdeas {
  const db = open(tx)
  const shown = () =>
    db.selectFrom('idea').where('idea.state', '<>', 'withdrawn').where('idea.hidden_at', 'is', null)
  return {
    async count() {
      const { count } = await shown()
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      return Number(count)
    },
    async page(limit, after) {
      const rows = await shown()
        // Unnamed authors are excluded in the join: their names are not even read.
        .leftJoin('person', on => on.onRef('person.id', '=', 'idea.author').on('idea.unnamed', '=', 0))
        .selectAll('idea')
        .select('person.name')
        .where(({ eb, refTuple, tuple }) =>
          eb(refTuple('idea.created_at', 'idea.id'), '>', tuple(after?.at ?? 0, after?.id ?? '')),
        )
        .orderBy('idea.created_at')
        .orderBy('idea.id')
        .limit(limit)
        .execute()
      return rows.map(({ name, ...row }) => {
        const { answer, decision, state, ...idea } = ideaOf(row)
        const reason = state === 'aside' ? (decision?.reason ?? '') : ''
        return { ...idea, state, author: name ?? '', answer: answer?.text ?? '', reason }
      })
    },
  }
}
