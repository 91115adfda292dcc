import type { Tx } from '../../../kernel/storage/tx.ts'
import type { PostEnd, Why } from '../../people/index.ts'
import { nextDay } from '../calendar/domain.ts'
import { idIn, keyOf, type Message, type MessageState, unsent } from '../message/domain.ts'
import type { MessageParts } from './parts.ts'
import { scheduling } from './schedule-usecases.ts'

/** Delivery results: how a message ended once it was handed to Teams. */
export function ending(parts: MessageParts) {
  const { store, transact, read, clock, zone, people } = parts
  const { schedule } = scheduling(parts)

  const end = (tx: Tx, message: Message, state: MessageState, why?: Why) =>
    store(tx).change(message.id, { ...message, state, ...(why !== undefined && { why }) })

  /** Runs `work` on the message sent under `key` if it is still in `state`. */
  async function on(key: string, state: MessageState, work: (tx: Tx, message: Message) => Promise<void>) {
    const id = idIn(key)
    if (id === undefined) return
    await transact(async tx => {
      const message = await store(tx).lock(id)
      if (message?.state === state && keyOf(message) === key) await work(tx, message)
    })
  }

  /**
   * Teams refused the post under `key`: it counts as not sent, and frees its slot of the week. It is sent again when a
   * newer event shows that the person is reachable, and tomorrow when nobody is today.
   */
  const refused = (key: string, outcome: Why | 'reachable' | 'later' | 'dead'): Promise<void> =>
    on(key, 'sent', async (tx, sent) => {
      if (await store(tx).stands(key)) return
      const message = unsent(sent)
      await store(tx).free(message)
      if (outcome === 'dead') await end(tx, message, 'dead')
      else if (outcome === 'reachable') await schedule(tx, message, clock.now())
      else if (outcome === 'later') await schedule(tx, message, nextDay(clock.now(), zone))
      else await end(tx, message, 'unreachable', outcome)
    })

  /** Delivered after all: Teams reported late, or the person pressed something on it. */
  async function confirmed(key: string): Promise<void> {
    const id = idIn(key)
    const message = id === undefined ? undefined : await read(tx => store(tx).find(id))
    if (message?.state === 'unknown') await on(key, 'unknown', (tx, found) => end(tx, found, 'sent'))
  }

  return {
    end,
    confirmed,

    /** End of a post, of a message or not. Idempotent. */
    async answered({ key, ...ended }: PostEnd & { readonly key: string }): Promise<void> {
      const outcome = await people.answered(ended)
      // Its slot of the week is kept: the person may have received it.
      if (ended.unknown) return on(key, 'sent', (tx, message) => end(tx, message, 'unknown'))
      if (ended.dead) return refused(key, 'dead')
      if (outcome) return refused(key, outcome)
      if (!ended.refused) await confirmed(key)
    },
  }
}
