import type { Post, Posts, TakenFact } from '../db/index.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Fact } from '../kernel/outbox.ts'
import { burstOf, createThreads, nextEdit, type Threads } from './pace.ts'
import { faultOf, MOST_ATTEMPTS, waitAfter } from './verdict.ts'

export type Message = { readonly card: object; readonly summary: string }

/** A card to post under `key`, or the new state of the one that stands there. */
export type Outgoing = Message & {
  readonly to: string
  readonly key: string
  readonly editOnly?: boolean | undefined
}

/** How a post ended. `at`: when it was begun; `refused`: Teams will not have it, however often it is tried. */
export type PostEnd = {
  readonly to: string
  readonly key: string
  readonly at: number
  readonly refused?: { readonly status: number; readonly code?: string }
}

export type DeliverParts = {
  readonly posts: Posts
  readonly clock: Clock
  /** What a fact makes the bot send or edit, drawn from the state of now. */
  readonly expand: (fact: Fact) => Promise<readonly Outgoing[]>
  /** Answers Teams' id of the message, empty when Teams told none. Rejects with the fields of `CallFault`. */
  readonly post: (address: string, message: Message) => Promise<string>
  readonly update: (address: string, messageId: string, message: Message) => Promise<void>
  /** Hears how each post ended, until it resolves; edits tell nothing of who can be reached. */
  readonly answered?: (end: PostEnd) => Promise<void>
}

/** What became of a fact in hand. `pace`: not yet allowed; nothing was sent. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'pace'; readonly until: number }
  | { readonly kind: 'retry'; readonly until: number; readonly error: unknown }
  | { readonly kind: 'dead'; readonly error: unknown }

type Step = { readonly outgoing: Outgoing; readonly standing: Post | undefined; readonly address: string }

/** Turns one fact into calls to Teams. */
export function createDeliver({ posts, clock, expand, post, update, answered }: DeliverParts) {
  const threads: Threads = createThreads()

  async function plan(fact: Fact): Promise<Step[]> {
    const steps: Step[] = []
    for (const outgoing of await expand(fact)) {
      const standing = await posts.find(outgoing.key)
      // Nothing stands there, or it stands under an id that Teams never told.
      if (standing ? standing.message_id === '' : outgoing.editOnly) continue
      steps.push({ outgoing, standing, address: standing?.address ?? outgoing.to })
    }
    return steps
  }

  function allowedAt({ standing, address }: Step): number {
    return Math.max(standing ? nextEdit(standing) : 0, threads.freeAt(address))
  }

  async function send({ outgoing: { key, card, summary }, standing, address }: Step): Promise<void> {
    threads.count(address, clock.now())
    if (standing) {
      await update(address, standing.message_id, { card, summary })
      const now = clock.now()
      return posts.recordEdit(key, now, burstOf(standing, now))
    }
    const at = clock.now()
    const message_id = await post(address, { card, summary })
    // Whoever dies between these two lines posts again after the restart: Teams knows no key of ours to ask for.
    await posts.recordPost({ key, address, message_id }, clock.now())
    await answered?.({ to: address, key, at })
  }

  /** Only what will never pass is told: of what may, nothing is known yet. */
  async function tell({ outgoing: { key }, standing, address }: Step, at: number, failed: Outcome) {
    if (standing || failed.kind !== 'dead') return
    const { status, code } = faultOf(failed.error)
    if (!status) return
    await answered?.({ to: address, key, at, refused: { status, ...(code !== undefined && { code }) } })
  }

  /** The worst that happened to one of the messages decides; the others are sent all the same. */
  async function sendAll(steps: readonly Step[], attempts: number): Promise<Outcome> {
    let outcome: Outcome = { kind: 'done' }
    for (const step of steps) {
      const begun = clock.now()
      try {
        await send(step)
      } catch (error) {
        const { retryAfterMs } = faultOf(error)
        if (retryAfterMs !== undefined) threads.hold(step.address, clock.now() + retryAfterMs)
        const failed = failure(error, attempts)
        await tell(step, begun, failed)
        // One that may pass outweighs one that never will: what was sent meanwhile is only edited to the same again.
        if (outcome.kind !== 'retry') outcome = failed
      }
    }
    return outcome
  }

  function failure(error: unknown, attempts: number): Outcome {
    const wait = waitAfter(error, attempts)
    return wait === undefined ? { kind: 'dead', error } : { kind: 'retry', until: clock.now() + wait, error }
  }

  return {
    /** Never rejects for what a handler or Teams did; rejects when the database fails. */
    async deliver({ fact, attempts }: TakenFact): Promise<Outcome> {
      if (attempts > MOST_ATTEMPTS) return { kind: 'dead', error: new Error('taken too often') }
      let steps: Step[]
      try {
        steps = await plan(fact)
      } catch (error) {
        return failure(error, attempts)
      }
      // The messages of one fact go together: the slowest thread among them sets the moment.
      const until = Math.max(0, ...steps.map(allowedAt))
      return until > clock.now() ? { kind: 'pace', until } : sendAll(steps, attempts)
    },
    forget: () => threads.forget(clock.now()),
  }
}
