import { type SqlBool, sql } from 'kysely'
import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import { holdsLease } from '../instances/lease.ts'
import type { Tables } from '../tables/index.ts'
import { open } from '../transactions/tx.ts'

export type Post = Tables['post']

/** A post that Teams has not answered yet. */
type Begun = Pick<Post, 'key' | 'address'>

/**
 * `sending`: handed to Teams, no answer yet. `unknown`: Teams may have it. `unreachable`: refused there, and why.
 * `dead`: refused for good. `gone`: it was posted and can no longer be edited.
 */
type PostState = Post['state']

/** Messages that were posted under a key, or may have been: at most one post a key, and each can be edited. */
export type Posts = {
  readonly find: (key: string) => Promise<Post | undefined>
  /**
   * Records the post before Teams is called. `begun`: call it now. `stands`: Teams has it, may have it or had it.
   * `lost`: another process holds the lease. A post that Teams certainly did not take begins anew.
   */
  readonly begin: (post: Begun, at: number, epoch: number) => Promise<'begun' | 'stands' | 'lost'>
  /** Teams has it: records the message id. */
  readonly recordPost: (post: Begun & Pick<Post, 'message_id'>, at: number) => Promise<void>
  /** Any other end; `why`: Teams' error code. */
  readonly end: (key: string, state: Exclude<PostState, 'sending' | 'sent'>, why: string) => Promise<void>
  /** Teams certainly did not take it: another attempt may begin. */
  readonly release: (key: string) => Promise<void>
  readonly recordEdit: (key: string, at: number) => Promise<void>
  /**
   * Allows a doubtful message to be posted again, as if it had never begun: a decision for somebody who may take it.
   */
  readonly forget: (tx: Tx, key: string) => Promise<void>
  /** Posts without an answer that an earlier sender left; 100 at most. */
  readonly left: () => Promise<readonly Post[]>
}

/** Upper bound: a sender has fewer calls in flight. */
const MANY = 100

// Literal SQL, the same as the partial index's condition: SQLite would not match a parameter.
const SENDING = sql<SqlBool>`state = 'sending'`

/** States in which Teams certainly has no message under the key. */
const ABSENT = ['unreachable', 'dead'] as const

async function begin(tx: Tx, { key, address }: Begun, at: number, epoch: number) {
  if (!(await holdsLease(tx, epoch))) return 'lost'
  const fresh = { address, message_id: '', posted_at: at, edited_at: at, edits: 0, burst_at: at, why: null }
  const begun = await open(tx)
    .insertInto('post')
    .values({ key, state: 'sending', ...fresh })
    .onConflict(known =>
      known
        .column('key')
        .doUpdateSet({ state: 'sending', ...fresh })
        .where('post.state', 'in', ABSENT),
    )
    .returning('key')
    .executeTakeFirst()
  return begun ? 'begun' : 'stands'
}

export function makePosts(transact: Transact, read: Transact): Posts {
  return {
    find: key =>
      read(tx => open(tx).selectFrom('post').selectAll().where('key', '=', key).executeTakeFirst()),
    begin: (post, at, epoch) => transact(tx => begin(tx, post, at, epoch)),
    recordPost: (post, at) =>
      transact(async tx => {
        const fresh = { edited_at: at, edits: 0, burst_at: at, state: 'sent', why: null } as const
        const { key, ...rest } = { ...post, posted_at: at, ...fresh }
        await open(tx)
          .insertInto('post')
          .values({ key, ...rest })
          .onConflict(standing => standing.column('key').doUpdateSet(rest))
          .execute()
      }),
    end: (key, state, why) =>
      transact(async tx => {
        await open(tx).updateTable('post').set({ state, why }).where('key', '=', key).execute()
      }),
    release: key =>
      transact(async tx => {
        await open(tx).deleteFrom('post').where('key', '=', key).where('state', '=', 'sending').execute()
      }),
    recordEdit: (key, at) =>
      transact(async tx => {
        await open(tx)
          .updateTable('post')
          .set(eb => ({ edited_at: at, edits: eb('edits', '+', 1) }))
          .where('key', '=', key)
          .execute()
      }),
    forget: async (tx, key) => {
      await open(tx).deleteFrom('post').where('key', '=', key).where('state', '=', 'unknown').execute()
    },
    left: () =>
      read(tx => open(tx).selectFrom('post').selectAll().where(SENDING).orderBy('key').limit(MANY).execute()),
  }
}
