import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { type Cursor, pageOf, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { MESSAGE_PERMISSIONS, type Message } from './domain.ts'

/** A sent message. `at`: of its last round (milliseconds). */
export type PastMessage = Pick<Message, 'id' | 'topic' | 'subject'> & { readonly at: number }

export type PastStore = {
  /** Messages sent to the person, the last first, from just after `after`. */
  readonly past: (person: string, limit: number, after?: Cursor) => Promise<readonly PastMessage[]>
}

type Parts = { readonly past: (tx: Tx) => PastStore; readonly read: Transact }

export type PastUsecases = ReturnType<typeof pastUsecases>

export function pastUsecases({ past, read }: Parts) {
  return {
    /** What the bot wrote to the actor unasked, the last first. @throws Refusal `malformed` */
    async past(actor: Actor, limit: number, after?: string) {
      permit(MESSAGE_PERMISSIONS.read, actor.role, 'own')
      const from = after === undefined ? undefined : parseCursor(after)
      return pageOf(await read(tx => past(tx).past(actor.id, limit + 1, from)), limit)
    },
  }
}
