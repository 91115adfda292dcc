import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { DueStore } from './due-usecases.ts'

export function dueStore(tx: Tx): DueStore {
  const db = open(tx)
  return {
    async due({ from, until }, limit, after) {
      const rows = await db
        .selectFrom('commitment')
        .select(['id', 'person_id', 'horizon'])
        .where('state', '=', 'taken')
        .where('horizon', '>=', from)
        .where('horizon', '<=', until)
        .$if(after !== undefined, query =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('horizon', 'id'), '>', tuple(after?.horizon ?? '', after?.id ?? '')),
          ),
        )
        .orderBy('horizon')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(({ person_id, ...same }) => ({ ...same, person: person_id }))
    },

    async progress(ids) {
      const rows = await db
        .selectFrom('commitment')
        .leftJoin('commitment_note as last', 'last.id', 'commitment.last_note_id')
        .select(['commitment.id', 'state', 'horizon', 'last.created_at as noted_at'])
        .where('commitment.id', 'in', ids)
        .execute()
      return new Map(rows.map(({ id, noted_at, ...same }) => [id, { ...same, notedAt: noted_at ?? 0 }]))
    },

    async takenFrom(idea) {
      const { people } = await db
        .selectFrom('commitment')
        .select(({ fn }) => fn.count<number>('person_id').distinct().as('people'))
        .where('idea_id', '=', idea)
        .where('shown_to', '=', 'everyone')
        .executeTakeFirstOrThrow()
      return people
    },

    async sharedDue({ from, until }) {
      const rows = await db
        .selectFrom('commitment')
        .select(({ fn }) => ['direction', fn.countAll<number>().as('count')])
        .where('state', '=', 'taken')
        .where('horizon', '>=', from)
        .where('horizon', '<=', until)
        .where('visibility', '!=', 'me')
        .where('direction', 'is not', null)
        .groupBy('direction')
        .execute()
      return new Map(rows.map(({ direction, count }) => [direction ?? '', Number(count)]))
    },
  }
}
