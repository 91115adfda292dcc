import type { Tx } from '../../../kernel/storage/tx.ts'
import { keyOf, type Message, unsent } from '../message/domain.ts'
import type { MessageParts } from './parts.ts'

/** What a fact's ticket stands for. */
export function ticketing({ store }: Pick<MessageParts, 'store'>) {
  return {
    /** The message that the ticket still stands for, unless it stands in the chat already. */
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
