import type { Tx } from '../../../kernel/storage/tx.ts'
import { keyOf, type Message, unsent } from '../message/domain.ts'
import type { MessageParts } from './parts.ts'

/** Tickets: an outbox fact carries one, which identifies the message and its turn. */
export function ticketing({ store }: Pick<MessageParts, 'store'>) {
  return {
    /** The message, locked; undefined for an outdated ticket, or once the message is in the chat. */
    async claimable(tx: Tx, ticket: string): Promise<Message | undefined> {
      const [id = '', turn] = ticket.split(':')
      const message = await store(tx).lock(id)
      if (!message || String(message.turn) !== turn) return undefined
      const { state } = message
      if (state === 'waiting') return message
      // Claimed by a fact that then failed, or whose process died: the same fact tries again.
      return state === 'sent' && !(await store(tx).stands(keyOf(message))) ? unsent(message) : undefined
    },
  }
}
