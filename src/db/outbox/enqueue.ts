import { sql } from 'kysely'
import type { Ids } from '../../kernel/crypto/ids.ts'
import type { Fact, Note } from '../../kernel/storage/outbox.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import type { Clock } from '../../kernel/time/clock.ts'
import type { Tables } from '../tables/index.ts'
import { open } from '../transactions/tx.ts'

function rowOf(fact: Fact, id: string, now: number, order: number): Tables['fact'] {
  return {
    id,
    kind: fact.kind,
    payload: JSON.stringify(fact.payload),
    merge_key: fact.mergeKey ?? null,
    state: 'ready',
    due_at: fact.dueAt ?? now,
    attempts: 0,
    created_at: order,
    bulk: fact.bulk ? 1 : 0,
  }
}

/**
 * Makes the outbox's enqueue. `noted` is called in the transaction of each fact that joins no waiting one, before it commits:
 * delivery knows of the others.
 */
export function makeNote(clock: Clock, ids: Ids, noted: (tx: Tx) => void): Note {
  let last = 0
  return async (tx, fact) => {
    const now = clock.now()
    // Facts of one millisecond get increasing times, so that they keep the order in which they were written.
    last = Math.max(now, last + 1)
    const id = ids.next()
    const standing = await open(tx)
      .insertInto('fact')
      .values(rowOf(fact, id, now, last))
      // A no-op update, for its row lock: delivery cannot take the waiting fact until this transaction ends, or it
      // would read rows without this change and leave the card outdated.
      .onConflict(waiting =>
        waiting
          .column('merge_key')
          .where('state', '=', sql.lit('ready'))
          .doUpdateSet(eb => ({ merge_key: eb.ref('excluded.merge_key') })),
      )
      .returning('id')
      .executeTakeFirst()
    if (standing?.id === id) noted(tx)
  }
}
