import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Subject, Topic } from './domain.ts'
import type { PastStore } from './history-usecases.ts'

export function pastStore(tx: Tx): PastStore {
  return {
    async past(person, limit, after) {
      const rows = await open(tx)
        .selectFrom('message')
        .select(['id', 'topic', 'subject', 'sent_at'])
        .where('person_id', '=', person)
        .where('sent_at', 'is not', null)
        .where('state', '=', 'sent')
        .$if(after !== undefined, query =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('sent_at', 'id'), '<', tuple(after?.at ?? 0, after?.id ?? '')),
          ),
        )
        .orderBy('sent_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(({ id, topic, subject, sent_at: at }) => ({
        id,
        topic: topic as Topic,
        subject: JSON.parse(subject) as Subject,
        at: at ?? 0,
      }))
    },
  }
}
