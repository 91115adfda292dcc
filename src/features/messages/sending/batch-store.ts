import { sql } from 'kysely'
import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { BatchCount } from './batch.ts'
import type { BatchStore } from './batch-usecases.ts'

/** Key of the last round sent: see `keyOf`. */
const KEY = sql<string>`'message:' || message.id || ':' || message.round`

/** A message is claimed as sent before Teams is called: the state of its post tells the outcome. */
const HOW = sql<BatchCount['state']>`case
  when message.answered_at is not null then 'sent'
  when message.state <> 'sent' then message.state
  when post.state is null then 'waiting'
  when post.state = 'sending' then 'leaving'
  when post.state in ('sent', 'gone') then 'sent'
  when post.state = 'unknown' then 'unknown'
  else 'dead' end`

export function batchStore(tx: Tx): BatchStore {
  const db = open(tx)
  return {
    async counts(batch) {
      const each = db
        .selectFrom('message')
        .leftJoin('post', join => join.on('message.state', '=', 'sent').on('post.key', '=', KEY))
        .select(['message.why', HOW.as('state')])
        .where('batch', '=', batch)
      const rows = await db
        .selectFrom(each.as('each'))
        .select(({ fn }) => ['state', 'why', fn.countAll<number>().as('count')])
        .groupBy(['state', 'why'])
        .execute()
      return rows.map(({ why, ...row }) => ({ ...row, ...(why !== null && { why }) }))
    },

    async page(batch, state, limit, after) {
      const rows = await db
        .selectFrom('message')
        .select('id')
        .where('batch', '=', batch)
        .where('state', '=', state)
        .where('answered_at', 'is', null)
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute()
      return rows.map(({ id }) => id)
    },

    async of(id) {
      const query = db.selectFrom('message').select(['batch', 'answered_at']).where('id', '=', id)
      const { batch = null, answered_at = null } = (await query.executeTakeFirst()) ?? {}
      return batch === null ? undefined : { batch, had: answered_at !== null }
    },
  }
}
