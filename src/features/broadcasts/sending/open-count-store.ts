import { sql } from 'kysely'
import { open } from '../../../db/index.ts'
import type { OpenCount } from '../../../kernel/storage/open-count.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'

/** Spelled as in the index of migration 085, or it is not used. */
const unended = (tx: Tx) =>
  open(tx).selectFrom('broadcast').where(sql<boolean>`broadcast.state in ('draft', 'running', 'paused')`)

/** Messages that were enqueued and not sent, posts in channels that wait, people who are still to be enqueued. */
const isSending = sql<boolean>`(broadcast.state = 'paused' or broadcast.spread is not null
  or broadcast.again_after is not null
  or exists (select 1 from message where message.batch = broadcast.id and message.state = 'waiting')
  or exists (select 1 from broadcast_channel
    where broadcast_channel.broadcast_id = broadcast.id and broadcast_channel.state = 'waiting'))`

/** They start by themselves. */
const isPlanned = sql<boolean>`(broadcast.state = 'draft' and broadcast.planned_for is not null
  and broadcast.unplanned is null)`
const isOngoing = sql<boolean>`(${isPlanned} or (broadcast.state <> 'draft' and ${isSending}))`

/** Ids of broadcasts that start by themselves, are paused, or that somebody is still to get. */
export async function sendingBroadcasts(tx: Tx, limit: number): Promise<readonly string[]> {
  const rows = await unended(tx)
    .select('broadcast.id')
    .where(isOngoing)
    .orderBy('broadcast.id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

export const broadcastDrafts: OpenCount = {
  kind: 'broadcasts-drafts',
  async count(tx) {
    const { count } = await unended(tx)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('broadcast.state', '=', 'draft')
      .where(({ not }) => not(isPlanned))
      .executeTakeFirstOrThrow()
    return Number(count)
  },
}

/** To start by itself, under way or paused, as long as somebody is still to get it. */
export const broadcastsSending: OpenCount = {
  kind: 'broadcasts-sending',
  async count(tx) {
    const { count } = await unended(tx)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where(isOngoing)
      .executeTakeFirstOrThrow()
    return Number(count)
  },
}
