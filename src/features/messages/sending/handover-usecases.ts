import type { Tx } from '../../../kernel/storage/tx.ts'
import { comesWith, type Message } from '../message/domain.ts'
import type { MessageParts } from './parts.ts'
import { scheduling } from './schedule-usecases.ts'
import type { MessageSending } from './usecases.ts'

/** A Direction's pilot is replaced by another. */
type Relayed = { readonly direction: string; readonly from: string; readonly to: string }

const WAITS = ['waiting', 'unreachable'] as const

export function relaying(parts: MessageParts, { tell }: Pick<MessageSending, 'tell'>) {
  const { store, transact, clock } = parts
  const { schedule } = scheduling(parts)

  /**
   * Queues the message for the new pilot; one who was sent it before and never received it, having handed over
   * meanwhile, gets it again.
   */
  async function pass(tx: Tx, { topic, reason, subject, by, until }: Message, person: string): Promise<void> {
    const telling = { person, topic, reason, subject, by, ...(until !== undefined && { until }) }
    if (await tell(tx, telling)) return
    const told = await store(tx).byReason(person, reason)
    if (told?.state === 'dropped') await schedule(tx, { ...told, from: clock.now() }, clock.now())
  }

  return {
    /** Passes a Direction's waiting messages from the former pilot to the new one. */
    relay: ({ direction, from, to }: Relayed): Promise<void> =>
      transact(async tx => {
        for (const state of WAITS) {
          const found = await store(tx).inState(from, state)
          for (const { id } of found.filter(message => comesWith(message, direction))) {
            const message = await store(tx).lock(id)
            // Sent meanwhile.
            if (message?.state !== state) continue
            await store(tx).change(id, { ...message, state: 'dropped' })
            await pass(tx, message, to)
          }
        }
      }),
  }
}
