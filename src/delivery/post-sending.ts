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
  /** Answers Teams' id of the message, empty when Teams told none. Rejects with the fields of `CallFault`. */
  readonly post: (address: string, message: PostContent) => Promise<string>
  readonly update: (address: string, messageId: string, message: PostContent) => Promise<void>
  /** Hears how each post ended, until it resolves; edits tell nothing of who can be reached. */
  readonly answered?: (end: DeliveryResult) => Promise<void>
}

type Parts = SendParts & {
  readonly threads: ConversationRate
  readonly budget: TenantRate
  readonly persist: RetriedWrite
  readonly sent: SentBodies
}

/** Whose hands it is in: the sender's number, and how often its fact was taken. */
export type Hands = { readonly epoch: number; readonly attempts: number }

const DONE = { kind: 'done' } as const

/** Makes one call to Teams and writes down how it ended. Never rejects for what Teams did. */
export function createSend(parts: Parts) {
  const { posts, clock, log, chance, post, update, answered, threads, budget, persist, sent } = parts

  /** Another attempt, or the end when there were enough. */
  const later = (error: unknown, attempts: number): FactOutcome => {
    const wait = waitAfter(error, attempts, chance())
    return wait === undefined ? { kind: 'dead', error } : { kind: 'retry', until: clock.now() + wait, error }
  }

  /** How a call that failed goes on, before it is known which message it was. */
  function heed(address: string, error: unknown): void {
    const { status, retryAfterMs } = faultOf(error)
    if (retryAfterMs !== undefined) threads.hold(address, clock.now() + retryAfterMs)
    if (status === 429) budget.throttled(retryAfterMs)
  }

  /** A card that can no longer be edited is left alone; one that was too large may be smaller next time. */
  async function editFailed(standing: Post, error: unknown, attempts: number): Promise<FactOutcome> {
    heed(standing.address, error)
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
    // Whoever posted it may have died before it could say so.
    const { key, address: to, posted_at: at } = standing
    if (attempts > 1) await persist(async () => answered?.({ to, key, at }))
    return DONE
  }

  /**
   * Whoever dies in here leaves it to be told again: a doubt by the next sender, who finds it as it was begun; the others
   * when they are tried again, since Teams has nothing of them.
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
    heed(begun.to, error)
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

  async function begin(outgoing: CardPost, { epoch, attempts }: Hands): Promise<FactOutcome> {
    const { to, key, card, summary } = outgoing
    const at = clock.now()
    const begun = await posts.begin({ key, address: to }, at, epoch)
    if (begun === 'lost') return { kind: 'lost' }
    // Teams has it, or may have: whoever dies after this line leaves it in doubt, never posts it twice.
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

  /** Moment from which a call is allowed. */
  const allowedAt = (standing: Post | undefined, address: string): number =>
    Math.max(standing ? nextEdit(standing) : 0, threads.freeAt(address))

  return {
    allowedAt,
    later,

    /** Posts, or edits what stands; does nothing where neither can be. Rejects when the database fails. */
    async send(outgoing: CardPost, hands: Hands): Promise<FactOutcome> {
      const found = await posts.find(outgoing.key)
      const standing = standingIn(found)
      if (standing === 'closed' || (!standing && outgoing.editOnly)) return DONE
      if (standing && outgoing.ifChanged && sent.shows(outgoing)) return DONE
      const until = allowedAt(standing, standing?.address ?? outgoing.to)
      if (until > clock.now()) return { kind: 'pace', until }
      await budget.turn()
      return standing ? edit(standing, outgoing, hands.attempts) : begin(outgoing, hands)
    },
  }
}

/** The card that can be edited; `closed` when there is none and no other may be posted; undefined when one may. */
export function standingIn(post: Post | undefined): Post | 'closed' | undefined {
  if (!post || post.state === 'unreachable' || post.state === 'dead') return undefined
  // A card whose id Teams never told stands, and cannot be edited.
  return post.state === 'sent' && post.message_id !== '' ? post : 'closed'
}
