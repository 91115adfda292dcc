import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { RETURNS } from './budget.ts'
import type { Subject, Topic } from './domain.ts'
import type { PastStore } from './history-usecases.ts'

/** Of each card that told one move alone: what that was about. */
async function singleSubjects(tx: Tx, cards: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (cards.length === 0) return new Map()
  const rows = await open(tx)
    .selectFrom('message')
    .select(({ fn }) => ['told_in', fn.max('subject').as('subject')])
    .where('told_in', 'in', cards)
    .groupBy('told_in')
    .having(({ fn }) => fn.countAll(), '=', 1)
    .execute()
  return new Map(rows.map(({ told_in, subject }) => [told_in ?? '', subject]))
}

export function pastStore(tx: Tx): PastStore {
  return {
    async past(person, limit, after) {
      const rows = await open(tx)
        .selectFrom('message')
        .select(['id', 'topic', 'subject', 'sent_at', 'teller'])
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
      const cards = rows.filter(({ teller }) => teller === RETURNS).map(({ id }) => id)
      const single = await singleSubjects(tx, cards)
      return rows.map(({ id, topic, subject, sent_at: at }) => ({
        id,
        topic: topic as Topic,
        subject: JSON.parse(single.get(id) ?? subject) as Subject,
        at: at ?? 0,
      }))
    },
  }
}
