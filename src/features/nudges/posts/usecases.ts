import type { Actor } from '../../../kernel/access/actor.ts'
import { withAmounts } from '../../../kernel/access/amounts.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import { permit, relationToDirection } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { LIMITS, type Limits, limitKey } from '../../../kernel/requests/limits.ts'
import type { IdempotencyKey, Once } from '../../../kernel/storage/idempotency.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { lineWithin } from '../../../kernel/text/text.ts'
import { type Clock, MINUTE, SECOND } from '../../../kernel/time/clock.ts'
import { dateIn, momentOf } from '../../../kernel/time/time-zone.ts'
import type { BallotUsecases } from '../../ballots/index.ts'
import type { ChannelUsecases, Targets } from '../../channels/index.ts'
import type { MessageUsecases, Subject } from '../../messages/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { WorkshopUsecases } from '../../workshops/index.ts'
import { phaseOn } from '../rules/phase.ts'
import {
  type About,
  asksFor,
  checkOpen,
  type PilotPost,
  POST_LENGTH,
  POST_PERMISSIONS,
  type PostThing,
  type Published,
  TOLD_ON,
} from './domain.ts'

export type PostStore = {
  readonly add: (post: PilotPost) => Promise<void>
  readonly find: (id: string) => Promise<PilotPost | undefined>
  /** When the Direction last had one about the thing, in milliseconds. */
  readonly lastAbout: (direction: string, thing: PostThing) => Promise<number | undefined>
  /** The last one about each thing, the newest first. */
  readonly lastOf: (direction: string, limit: number) => Promise<readonly Published[]>
  /** Ids of those that somebody wrote. */
  readonly postedBy: (person: string) => Promise<readonly string[]>
}

type PostOf = PostThing & { readonly direction: string }

type Parts = {
  readonly posts: (tx: Tx) => PostStore
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
  readonly ids: Ids
  readonly programme: Pick<Programme, 'axis' | 'direction' | 'phases'>
  readonly zone: string
  readonly limits: Pick<Limits, 'over'>
  readonly workshops: Pick<WorkshopUsecases, 'posted'>
  readonly ballots: Pick<BallotUsecases, 'posted'>
  readonly channels: Pick<ChannelUsecases, 'targets' | 'announce'>
  readonly messages: Pick<MessageUsecases, 'noteActedOn'>
}

export type PostUsecases = ReturnType<typeof postUsecases>

/** Fact that posts it. */
export const POSTED = 'nudges.posted'

/** Things of a Direction whose last post is told: far more than a week has. */
const LISTED = 100
/** How long two posts about one thing that are sent at once know of each other. */
const TOGETHER = MINUTE

export function postUsecases(parts: Parts) {
  const { posts, transact, read, once, note, audit, clock, ids, programme, channels, messages } = parts
  const { workshops, ballots, zone, limits } = parts

  /** An axis is asked about anew in each phase: from when on a post about it counts, in milliseconds. */
  function axisSince(): number {
    const phase = phaseOn(programme.phases, dateIn(clock.now(), zone))
    return (phase && momentOf(phase.from, '00:00', zone)) ?? 0
  }

  const counts = ({ thing, at }: Pick<Published, 'thing' | 'at'>) => thing !== 'axis' || at >= axisSince()

  async function publishedAt(tx: Tx, { direction, ...thing }: PostOf): Promise<number | undefined> {
    const at = await posts(tx).lastAbout(direction, thing)
    return at !== undefined && counts({ ...thing, at }) ? at : undefined
  }

  /** @throws Refusal `post-done` when the Direction has had a post about it, or has one just now */
  async function checkFirst(tx: Tx, of: PostOf, id: string): Promise<void> {
    const key = `post:${of.direction}:${of.thing}:${of.thingId}`
    const first = (await once(tx, [{ key, forMs: TOGETHER }], id)) === id
    const at = (await publishedAt(tx, of)) ?? (first ? undefined : clock.now())
    if (at !== undefined) throw new Refusal('post-done', { at })
  }

  /** Counts one more of the person's. @throws Refusal `post-many`, with `{minutes}` to wait */
  function countPost(actor: Actor): void {
    const late = limits.over(LIMITS.post, limitKey(actor))
    if (!late) return
    const { most: max } = LIMITS.post
    throw new Refusal('post-many', {
      max,
      minutes: Math.ceil((Number(late.details.seconds) * SECOND) / MINUTE),
    })
  }

  /** Current state of its thing, as everybody sees it; undefined when it was deleted. */
  async function subjectNow({ thing, thingId }: PostThing): Promise<About | undefined> {
    if (thing === 'axis') return programme.axis(thingId) && { thing, axis: thingId }
    if (thing === 'ballot') {
      const ballot = await ballots.posted(thingId)
      return ballot && { thing, ballot }
    }
    const workshop = await workshops.posted(thingId)
    return workshop && { thing, workshop }
  }

  /** The thing, if it can still be posted about. @throws Refusal `gone` and those of `checkOpen` */
  async function about(thing: PostThing): Promise<About> {
    const found = await subjectNow(thing)
    if (!found) throw new Refusal('gone')
    checkOpen(found)
    return found
  }

  /**
   * Channels of a Direction that the actor leads.
   * @throws Refusal `gone`, `role-needed`, `not-yours`, `post-none` when none is bound, `channels-many`
   */
  async function places(actor: Actor, direction: string): Promise<Targets> {
    if (!programme.direction(direction)) throw new Refusal('gone')
    permit(POST_PERMISSIONS.post, actor.role, relationToDirection(actor, direction))
    return channels.targets({ channel: '', directions: [direction] }).catch(error => {
      const none = error instanceof Refusal && error.code === 'no-bound-channel'
      throw none ? new Refusal('post-none', { direction: programme.direction(direction)?.name ?? '' }) : error
    })
  }

  async function published(direction: string): Promise<readonly Published[]> {
    return (await read(tx => posts(tx).lastOf(direction, LISTED))).filter(counts)
  }

  return {
    places,
    subjectNow,

    /** The thing, and the channels of the post. @throws Refusal of `places`, `gone` and those of `checkOpen` */
    async prepare(actor: Actor, { direction, ...thing }: PostOf) {
      const targets = await places(actor, direction)
      return { about: await about(thing), targets }
    },

    /**
     * Posts the text in the channels of the Direction, once for all `keys`; the nudge that asked for it has had
     * its effect. `again`: knowing that they have had one about it.
     * @throws Refusal of `prepare`, and `empty-text`, `too-long`, `post-done`, `post-many`
     */
    async post(
      actor: Actor,
      { direction, thing, thingId }: PostOf,
      typed: string,
      keys: readonly IdempotencyKey[],
      again = false,
    ): Promise<Targets> {
      const targets = await places(actor, direction)
      await about({ thing, thingId })
      const text = lineWithin(typed, POST_LENGTH)
      const id = ids.next()
      await transact(async tx => {
        if ((await once(tx, keys, id)) !== id) return
        if (!again) await checkFirst(tx, { direction, thing, thingId }, id)
        countPost(actor)
        await posts(tx).add({ id, person: actor.id, direction, thing, thingId, text, at: clock.now() })
        await channels.announce(tx, { thing: 'post', id }, targets)
        await audit(
          tx,
          actor,
          POST_PERMISSIONS.post.act,
          withAmounts(id, { channels: targets.channels.length }),
        )
        await note(tx, { kind: POSTED, payload: { post: id } })
        const isAbout = (subject: Subject) => asksFor({ direction, thing, thingId }, subject)
        for (const topic of TOLD_ON[thing])
          await messages.noteActedOn(tx, { person: actor.id, topic }, isAbout)
      })
      return targets
    },

    /** When the channels of the Direction last had a post about it, by whomever, in milliseconds; of an axis, in this phase. */
    publishedAt: (of: PostOf): Promise<number | undefined> => read(tx => publishedAt(tx, of)),

    /** The same of all things of the Direction, the newest first, at most 100. */
    published,

    /** The same, for whoever is in charge there. @throws Refusal `gone`, `role-needed`, `not-yours` */
    async list(actor: Actor, direction: string): Promise<readonly Published[]> {
      if (!programme.direction(direction)) throw new Refusal('gone')
      permit(POST_PERMISSIONS.posts, actor.role, relationToDirection(actor, direction))
      return published(direction)
    },

    find: (id: string): Promise<PilotPost | undefined> => read(tx => posts(tx).find(id)),

    /** In the transaction that erases the person: what they put in channels is drawn again, without their name. */
    async leave(tx: Tx, person: string): Promise<void> {
      for (const post of await posts(tx).postedBy(person)) await note(tx, { kind: POSTED, payload: { post } })
    },
  }
}
