import { lockRow, open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { HandoverStore } from './handover-usecases.ts'

export function handoverStore(tx: Tx): HandoverStore {
  const db = open(tx)
  return {
    async colleagues(direction, limit, after) {
      const query = db
        .selectFrom('person')
        .select(['id', 'name', 'role'])
        .where('direction', '=', direction)
        .$if(after !== undefined, below =>
          below.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('name', 'id'), '>', tuple(after?.name ?? '', after?.id ?? '')),
          ),
        )
      return query.orderBy('name').orderBy('id').limit(limit).execute()
    },
    async lock(person) {
      await lockRow(tx, db.selectFrom('person').select('id').where('id', '=', person)).execute()
    },
  }
}
