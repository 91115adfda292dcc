import type { Tx } from '../../../kernel/storage/tx.ts'
import type { PostEnd, Why } from '../../people/index.ts'
import { nextDay } from '../calendar/domain.ts'
import { idIn, keyOf, type Message, type MessageState, unsent } from '../message/domain.ts'
import type { MessageParts } from './parts.ts'
import { arrangement } from './schedule-usecases.ts'

/** Delivery results: how a message ended once it was handed to Teams. */
export function ending(parts: MessageParts) {
  const { store, transact, read, clock, zone, people } = parts
  const { arrange } = arrangement(parts)

  const end = (tx: Tx, message: Message, state: MessageState, why?: Why) =>
    store(tx).change(message.id, { ...message, state, ...(why !== undefined && { why }) })

  /** `work` on the message that went out under `key` and is in `state` still; on none when it moved on since. */
  async function on(key: string, state: MessageState, work: (tx: Tx, message: Message) => Promise<void>) {
    const id = idIn(key)
    if (id === undefined) return
    await transact(async tx => {
      const message = await store(tx).lock(id)
      if (message?.state === state && keyOf(message) === key) await work(tx, message)
    })
  }

  /**
   * Teams will not have what goes out under `key`: it is not sent, and its place in the week is free again. It goes
   * out once more when something newer says that the person can be reached, and tomorrow when nobody can today.
   */
  const refused = (key: string, told: Why | 'reachable' | 'later' | 'dead'): Promise<void> =>
    on(key, 'sent', async (tx, sent) => {
      if (await store(tx).stands(key)) return
      const message = unsent(sent)
      await store(tx).free(message)
      if (told === 'dead') await end(tx, message, 'dead')
      else if (told === 'reachable') await arrange(tx, message, clock.now())
      else if (told === 'later') await arrange(tx, message, nextDay(clock.now(), zone))
      else await end(tx, message, 'unreachable', told)
    })

  /** It came after all: Teams said so late, or the person pressed something on it. */
  async function confirmed(key: string): Promise<void> {
    const id = idIn(key)
    const message = id === undefined ? undefined : await read(tx => store(tx).find(id))
    if (message?.state === 'unknown') await on(key, 'unknown', (tx, found) => end(tx, found, 'sent'))
  }

  return {
    end,
    confirmed,

    /** What became of a post, whether of a message or not; again and again the same. */
    async answered({ key, ...ended }: PostEnd & { readonly key: string }): Promise<void> {
      const told = await people.answered(ended)
      // Its place in the week stays taken: the person may have it.
      if (ended.unknown) return on(key, 'sent', (tx, message) => end(tx, message, 'unknown'))
      if (ended.dead) return refused(key, 'dead')
      if (told) return refused(key, told)
      if (!ended.refused) await confirmed(key)
    },
  }
}
