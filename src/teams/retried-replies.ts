import { setTimeout } from 'node:timers/promises'
import type { Logger } from '../kernel/monitoring/logger.ts'
import type { Meter } from '../kernel/monitoring/meter.ts'
import type { Activity } from './activity.ts'
import { addressOf } from './address.ts'
import type { Connector } from './connector.ts'
import { DeliveryFault } from './delivery-fault.ts'

/** Milliseconds before the second and the third attempt. Whoever wrote is waiting: longer is no answer any more. */
const WAITS = [1_000, 3_000]
const LONGEST = 5_000

/** Says `message` below what somebody wrote. Answers Teams' id of it; undefined when it did not get there. */
export type Answering = (activity: Activity, message: object) => Promise<string | undefined>

type Parts = { readonly reply: Connector['reply']; readonly log: Logger; readonly meter: Meter }

/** How long to wait before saying it again, when Teams certainly did not take it. */
function waitAfter({ status, retryAfterMs = 0 }: DeliveryFault, attempt: number): number | undefined {
  const patience = WAITS[attempt]
  if (patience === undefined || (status !== 429 && status !== 412)) return undefined
  const wait = Math.max(patience, retryAfterMs)
  return wait > LONGEST ? undefined : wait
}

/**
 * Not by the SDK, which repeats what was answered 5xx: the answer would stand there twice. What was done
 * stands; Teams must not deliver the message again because the answer got lost.
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
          // The SDK's own errors have a status too: 401 when Microsoft gives no token, the secret having run out.
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
