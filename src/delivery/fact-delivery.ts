import type { TakenFact } from '../db/index.ts'
import { TooSoon } from '../kernel/errors/too-soon.ts'
import type { Fact } from '../kernel/storage/outbox.ts'
import { createConversationQueues } from './conversation-queues.ts'
import { createConversationRate } from './conversation-rate.ts'
import { failureClassOf, MOST_ATTEMPTS } from './failure-class.ts'
import { type CardPost, type FactOutcome, worst } from './outgoing.ts'
import { createSend, editableIn, type SendParts } from './post-sending.ts'
import type { RetriedWrite } from './retried-writes.ts'
import { createSentBodies } from './sent-bodies.ts'
import type { TenantRate } from './tenant-rate.ts'

export type DeliverParts = SendParts & {
  /** Messages that a fact makes the bot send or edit, rendered from the present state. */
  readonly expand: (fact: Fact) => Promise<readonly CardPost[]>
  /** Whether handling it only makes a call to Teams and sends nothing: other facts pass meanwhile. */
  readonly asks?: (fact: Fact) => boolean
}

type Parts = DeliverParts & { readonly budget: TenantRate; readonly persist: RetriedWrite }

/** Turns facts into calls to Teams: sequential within a conversation, concurrent across conversations. */
export function createFactDelivery(parts: Parts) {
  const { posts, clock, expand, asks = () => false } = parts
  const threads = createConversationRate()
  const lanes = createConversationQueues()
  const sent = createSentBodies()
  const { send, allowedAt, later } = createSend({ ...parts, threads, sent })

  /** The calls of a fact, and the time from which all are within the rate limits. */
  async function plan(fact: Fact): Promise<{ readonly steps: readonly Step[]; readonly from: number }> {
    const steps: Step[] = []
    let from = 0
    for (const outgoing of await expand(fact)) {
      const found = await posts.find(outgoing.key)
      const standing = editableIn(found)
      // A message whose post is in flight is edited after it, in its conversation's queue.
      if (standing === 'closed' && found?.state !== 'sending') continue
      const address = found?.address ?? outgoing.to
      steps.push({ outgoing, address })
      // The messages of one fact are sent together: the slowest conversation sets the time.
      from = Math.max(from, allowedAt(standing === 'closed' ? undefined : standing, address))
    }
    return { steps, from }
  }

  function failed(error: unknown, attempts: number): FactOutcome {
    if (error instanceof TooSoon) return { kind: 'pace', until: error.until }
    return failureClassOf(error) === 'dead' ? { kind: 'dead', error } : later(error, attempts)
  }

  async function ask(fact: Fact, attempts: number): Promise<FactOutcome> {
    try {
      await expand(fact)
      return { kind: 'done' }
    } catch (error) {
      return failed(error, attempts)
    }
  }

  return {
    /**
     * Renders the present state, starts the calls, and returns a function that awaits their outcome. Never rejects
     * for a failure of a handler or of Teams.
     */
    async begin({ fact, attempts }: TakenFact, epoch: number): Promise<() => Promise<FactOutcome>> {
      const ended = (outcome: FactOutcome) => async () => outcome
      if (attempts > MOST_ATTEMPTS) return ended({ kind: 'dead', error: new Error('taken too often') })
      if (asks(fact)) return () => ask(fact, attempts)
      try {
        const { steps, from } = await plan(fact)
        if (from > clock.now()) return ended({ kind: 'pace', until: from })
        const calls = steps.map(({ outgoing, address }) =>
          lanes
            .run(address, () => send(outgoing, { epoch, attempts }))
            .catch(error => failed(error, attempts)),
        )
        return async () => worst(await Promise.all(calls))
      } catch (error) {
        return ended(failed(error, attempts))
      }
    },
    forget: () => threads.forget(clock.now()),
    /** Forgets what was sent: another process sent meanwhile, or may have. */
    forgetSent: sent.forgetAll,
  }
}

type Step = { readonly outgoing: CardPost; readonly address: string }
