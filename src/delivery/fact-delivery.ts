import type { TakenFact } from '../db/index.ts'
import { TooSoon } from '../kernel/errors/too-soon.ts'
import type { Fact } from '../kernel/storage/outbox.ts'
import { createConversationQueues } from './conversation-queues.ts'
import { createConversationRate } from './conversation-rate.ts'
import { failureClassOf, MOST_ATTEMPTS } from './failure-class.ts'
import { type CardPost, type FactOutcome, worst } from './outgoing.ts'
import { createSend, type SendParts, standingIn } from './post-sending.ts'
import type { RetriedWrite } from './retried-writes.ts'
import { createSentBodies } from './sent-bodies.ts'
import type { TenantRate } from './tenant-rate.ts'

export type DeliverParts = SendParts & {
  /** What a fact makes the bot send or edit, drawn from the state of now. */
  readonly expand: (fact: Fact) => Promise<readonly CardPost[]>
  /** Whether acting upon it asks Teams something, and tells nothing: whatever else is due passes meanwhile. */
  readonly asks?: (fact: Fact) => boolean
}

type Parts = DeliverParts & { readonly budget: TenantRate; readonly persist: RetriedWrite }

/** Turns facts into calls to Teams: one after another within a conversation, many conversations at once. */
export function createFactDelivery(parts: Parts) {
  const { posts, clock, expand, asks = () => false } = parts
  const threads = createConversationRate()
  const lanes = createConversationQueues()
  const sent = createSentBodies()
  const { send, allowedAt, later } = createSend({ ...parts, threads, sent })

  /** What is to be called, and the moment from which all of it is allowed. */
  async function plan(fact: Fact): Promise<{ readonly steps: readonly Step[]; readonly from: number }> {
    const steps: Step[] = []
    let from = 0
    for (const outgoing of await expand(fact)) {
      const found = await posts.find(outgoing.key)
      const standing = standingIn(found)
      // One that is just being posted is edited after, in its conversation's own order.
      if (standing === 'closed' && found?.state !== 'sending') continue
      const address = found?.address ?? outgoing.to
      steps.push({ outgoing, address })
      // The messages of one fact go together: the slowest thread among them sets the moment.
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
     * Draws what the fact says now, and answers what is left: to wait for its end. Never rejects for what a handler or
     * Teams did.
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
    /** Another process sent meanwhile, or may have. */
    forgetSent: sent.forgetAll,
  }
}

type Step = { readonly outgoing: CardPost; readonly address: string }
