import type { Transact } from '../kernel/tx.ts'
import type { Tables } from './tables/index.ts'
import { open } from './tx.ts'

export type Post = Tables['post']

/** The messages that stand in Teams under a key, so that they can be edited. */
export type Posts = {
  readonly find: (key: string) => Promise<Post | undefined>
  readonly recordPost: (post: Pick<Post, 'key' | 'address' | 'message_id'>, at: number) => Promise<void>
  /** `burstAt`: since when it has been edited without a pause. */
  readonly recordEdit: (key: string, at: number, burstAt: number) => Promise<void>
}

export function makePosts(transact: Transact, read: Transact): Posts {
  return {
    find: key =>
      read(tx => open(tx).selectFrom('post').selectAll().where('key', '=', key).executeTakeFirst()),
    recordPost: (post, at) =>
      transact(async tx => {
        const row = { ...post, posted_at: at, edited_at: at, edits: 0, burst_at: at }
        const { key, ...rest } = row
        await open(tx)
          .insertInto('post')
          .values(row)
          .onConflict(standing => standing.column('key').doUpdateSet(rest))
          .execute()
      }),
    recordEdit: (key, at, burstAt) =>
      transact(async tx => {
        await open(tx)
          .updateTable('post')
          .set(eb => ({ edited_at: at, burst_at: burstAt, edits: eb('edits', '+', 1) }))
          .where('key', '=', key)
          .execute()
      }),
  }
}
