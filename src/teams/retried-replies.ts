import { setTimeout } from 'node:timers/promises'
import type { Logger } from '../kernel/monitoring/logger.ts'
import type { Meter } from '../kernel/monitoring/meter.ts'
import type { Activity } from './activity.ts'
import { addressOf } from './address.ts'
import type { Connector } from './connector.ts'
import { DeliveryFault } from './delivery-fault.ts'

/** Backoff before the second and the third attempt (ms). The person is waiting: later is no answer any more. */
const WAITS = [1_000, 3_000]
const LONGEST = 5_000

/** Replies to a message. @returns Teams' id of the reply; undefined when it failed */
export type Answering = (activity: Activity, message: object) => Promise<string | undefined>

type Parts = { readonly reply: Connector['reply']; readonly log: Logger; readonly meter: Meter }

/** Delay before a retry, when Teams certainly did not take it. */
function waitAfter({ status, retryAfterMs = 0 }: DeliveryFault, attempt: number): number | undefined {
  const patience = WAITS[attempt]
  if (patience === undefined || (status !== 429 && status !== 412)) return undefined
  const wait = Math.max(patience, retryAfterMs)
  return wait > LONGEST ? undefined : wait
}

/**
 * Not by the SDK, which repeats what was answered 5xx: the answer would be posted twice. The act itself is done; a
 * lost answer must not make Teams deliver the message again.
 */
export function createAnswer({ reply, log, meter }: Parts): Answering {
  return async (activity, message) => {
    const { conversation, recipient, from, id = '' } = activity
    const address = addressOf(activity, conversation.id, conversation.tenantId ?? '')
    const whole = { ...message, from: recipient, recipient: from, conversation, replyToId: id }
    for (let attempt = 0; ; attempt++) {
      try {
        const sent = await reply(address, id, whole)
        meter.count('faire_answers_total', { outcome: 'sent' })
        return sent
      } catch (error) {
        const fault = error instanceof DeliveryFault ? error : undefined
        const wait = fault && waitAfter(fault, attempt)
        if (wait === undefined) {
          // Errors of the SDK have a status too: 401 when Microsoft refuses the bot a token, its secret having
          // expired.
          const { status, code } = error as Partial<DeliveryFault>
          meter.count('faire_answers_total', { outcome: 'lost' })
          log.warn({ status, code, ...(!fault && { err: error }) }, 'an answer did not reach Teams')
          return undefined
        }
        await setTimeout(wait)
      }
    }
  }
}
