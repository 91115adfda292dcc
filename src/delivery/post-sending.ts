import type { Post, Posts } from '../db/index.ts'
import type { Logger } from '../kernel/monitoring/logger.ts'
import type { Clock } from '../kernel/time/clock.ts'
import { type ConversationRate, nextEdit } from './conversation-rate.ts'
import { failureClassOf, faultOf, waitAfter } from './failure-class.ts'
import type { CardPost, DeliveryResult, FactOutcome, PostContent } from './outgoing.ts'
import type { RetriedWrite } from './retried-writes.ts'
import type { SentBodies } from './sent-bodies.ts'
import type { TenantRate } from './tenant-rate.ts'

export type SendParts = {
  readonly posts: Posts
  readonly clock: Clock
  readonly log: Logger
  readonly chance: () => number
  /** Answers Teams' message id, empty when Teams gave none. Rejects with the fields of `CallFault`. */
  readonly post: (address: string, message: PostContent) => Promise<string>
  readonly update: (address: string, messageId: string, message: PostContent) => Promise<void>
  /** Notified of each post's result, and awaited; not of edits, which say nothing about who can be reached. */
  readonly answered?: (end: DeliveryResult) => Promise<void>
}

type Parts = SendParts & {
  readonly threads: ConversationRate
  readonly budget: TenantRate
  readonly persist: RetriedWrite
  readonly sent: SentBodies
}

/** Who sends: the epoch of the lease, and the attempts of the fact. */
export type DeliveryAttempt = { readonly epoch: number; readonly attempts: number }

const DONE = { kind: 'done' } as const

/** Makes one call to Teams and records its outcome. Never rejects for a failure of Teams. */
export function createSend(parts: Parts) {
  const { posts, clock, log, chance, post, update, answered, threads, budget, persist, sent } = parts

  /** A retry, or the end after the last attempt. */
  const later = (error: unknown, attempts: number): FactOutcome => {
    const wait = waitAfter(error, attempts, chance())
    return wait === undefined ? { kind: 'dead', error } : { kind: 'retry', until: clock.now() + wait, error }
  }

  /** Consequences of a failed call for its conversation and the tenant: rate limits. */
  function noteFailure(address: string, error: unknown): void {
    const { status, retryAfterMs } = faultOf(error)
    if (retryAfterMs !== undefined) threads.hold(address, clock.now() + retryAfterMs)
    if (status === 429) budget.throttled(retryAfterMs)
  }

  /** A card that can no longer be edited is left alone; one that was too large may be smaller next time. */
  async function editFailed(standing: Post, error: unknown, attempts: number): Promise<FactOutcome> {
    noteFailure(standing.address, error)
    const verdict = failureClassOf(error)
    if (verdict === 'dead') return { kind: 'dead', error }
    if (verdict !== 'refused') return later(error, attempts)
    const { status, code = `${status}` } = faultOf(error)
    log.warn({ status, code }, 'a card can no longer be edited')
    await persist(() => posts.end(standing.key, 'gone', code))
    return DONE
  }

  async function edit(standing: Post, message: CardPost, attempts: number): Promise<FactOutcome> {
    sent.forget(standing.key)
    threads.count(standing.address, clock.now())
    try {
      await update(standing.address, standing.message_id, message)
    } catch (error) {
      return editFailed(standing, error, attempts)
    }
    sent.keep(message)
    await persist(() => posts.recordEdit(standing.key, clock.now()))
    // The process that posted it may have crashed before it notified the result.
    const { key, address: to, posted_at: at } = standing
    if (attempts > 1) await persist(async () => answered?.({ to, key, at }))
    return DONE
  }

  /**
   * Notifies and records an end. A crash in here repeats it: a doubtful post is found by the next sender as it was
   * begun; the others are tried again, since Teams does not have them.
   */
  async function end(
    ended: DeliveryResult,
    state: 'unknown' | 'unreachable' | 'dead',
    why: string,
  ): Promise<void> {
    const write = () => posts.end(ended.key, state, why)
    const tell = async () => answered?.(ended)
    for (const step of ended.unknown ? [tell, write] : [write, tell]) await persist(step)
  }

  async function postFailed(
    begun: Omit<DeliveryResult, 'refused'>,
    error: unknown,
    attempts: number,
  ): Promise<FactOutcome> {
    noteFailure(begun.to, error)
    const { status = 0, code } = faultOf(error)
    const why = code ?? `${status}`
    const refusal = { status, ...(code !== undefined && { code }) }
    const verdict = failureClassOf(error)
    if (verdict === 'doubtful') {
      log.warn({ status, code }, 'nobody knows whether Teams took a post')
      await end({ ...begun, unknown: true }, 'unknown', why)
      return DONE
    }
    if (verdict === 'refused') {
      log.warn({ status, code }, 'Teams refuses a post')
      await end({ ...begun, refused: refusal }, 'unreachable', why)
      return DONE
    }
    const outcome = verdict === 'again' ? later(error, attempts) : ({ kind: 'dead', error } as const)
    if (outcome.kind === 'dead') await end({ ...begun, dead: refusal }, 'dead', why)
    else await persist(() => posts.release(begun.key))
    return outcome
  }

  async function begin(outgoing: CardPost, { epoch, attempts }: DeliveryAttempt): Promise<FactOutcome> {
    const { to, key, card, summary } = outgoing
    const at = clock.now()
    const begun = await posts.begin({ key, address: to }, at, epoch)
    if (begun === 'lost') return { kind: 'lost' }
    // From here Teams has it, or may have: a crash leaves it doubtful, never posted twice.
    if (begun === 'stands') return DONE
    sent.forget(key)
    threads.count(to, at)
    let message_id: string
    try {
      message_id = await post(to, { card, summary })
    } catch (error) {
      return postFailed({ to, key, at }, error, attempts)
    }
    sent.keep(outgoing)
    await persist(() => posts.recordPost({ key, address: to, message_id }, clock.now()))
    await persist(async () => answered?.({ to, key, at }))
    return DONE
  }

  /** Time from which a call is within the rate limits. */
  const allowedAt = (standing: Post | undefined, address: string): number =>
    Math.max(standing ? nextEdit(standing) : 0, threads.freeAt(address))

  return {
    allowedAt,
    later,

    /** Posts, or edits the existing message; skips where neither is possible. Rejects when the database fails. */
    async send(outgoing: CardPost, attempt: DeliveryAttempt): Promise<FactOutcome> {
      const found = await posts.find(outgoing.key)
      const standing = editableIn(found)
      if (standing === 'closed' || (!standing && outgoing.editOnly)) return DONE
      if (standing && outgoing.ifChanged && sent.shows(outgoing)) return DONE
      const until = allowedAt(standing, standing?.address ?? outgoing.to)
      if (until > clock.now()) return { kind: 'pace', until }
      await budget.waitTurn()
      return standing ? edit(standing, outgoing, attempt.attempts) : begin(outgoing, attempt)
    },
  }
}

/** The message to edit; `closed` when there is none and none may be posted; undefined when one may. */
export function editableIn(post: Post | undefined): Post | 'closed' | undefined {
  if (!post || post.state === 'unreachable' || post.state === 'dead') return undefined
  // A message whose id Teams did not return exists, and cannot be edited.
  return post.state === 'sent' && post.message_id !== '' ? post : 'closed'
}
