import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { ActedStore } from './usecases.ts'

export function actedStore(tx: Tx): ActedStore {
  const db = open(tx)
  return {
    async sent(topic, since, limit, after) {
      const rows = await db
        .selectFrom('message')
        .select(['id', 'person_id', 'reason', 'subject', 'sent_at'])
        .where('topic', '=', topic)
        .where('sent_at', '>=', since)
        .where('acted_at', 'is', null)
        .$if(after !== undefined, query =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('sent_at', 'id'), '>', tuple(after?.at ?? 0, after?.id ?? '')),
          ),
        )
        .orderBy('sent_at')
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(({ person_id, subject, sent_at, ...same }) => ({
        ...same,
        topic,
        person: person_id,
        subject: JSON.parse(subject),
        at: sent_at ?? 0,
      }))
    },
  }
}
