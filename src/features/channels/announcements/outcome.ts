import { ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import type { Role } from '../../../kernel/access/role.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { ID, isId } from '../../../kernel/text/id-format.ts'
import { type Barrier, barrierOf, type ChannelRefusal } from '../channel/access.ts'
import type { Channel } from '../channel/domain.ts'
import type { Announced } from './domain.ts'

const READERS: readonly Role[] = ['organiser', 'observer']

export const ANNOUNCEMENT_PERMISSIONS = {
  readAnnounced: { act: 'channels.read-announced', roles: READERS },
  settle: { act: 'channels.settle', roles: ORGANISERS },
  repost: { act: 'channels.repost', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

/** One announcement in one channel, identified by its outbox key. */
export type AnnouncementPlace = Announced & { readonly channel: string }

type OutcomeReason = Barrier | 'too-large' | 'unconfirmed' | 'other'

/**
 * `unknown`: perhaps posted. `refused`: in this channel; `dead`: anywhere. `dropped`: given up, with the knowledge of
 * organisers. `at`: start of its last post, in milliseconds.
 */
export type AnnouncementOutcome = {
  readonly state: 'waiting' | 'sent' | 'unknown' | 'refused' | 'dead' | 'dropped'
  readonly why?: OutcomeReason
  readonly at: number
}

/** End of a post as delivery reports it: posted, unless one of these is set. */
export type AnnouncementPostEnd = {
  readonly key: string
  readonly at: number
  readonly refused?: ChannelRefusal
  readonly dead?: ChannelRefusal
  readonly unknown?: true
}

/** An announcement to check. `open`: the channel can be posted to now. */
export type Unsettled = AnnouncementPlace & {
  readonly state: AnnouncementOutcome['state']
  readonly why?: OutcomeReason
  readonly at: number
  readonly where: Pick<Channel, 'name' | 'teamName' | 'shut'>
  readonly open: boolean
}

const THINGS = ['workshop', 'series', 'ballot', 'box', 'post', 'story', 'trial'] as const
const KEY = /^(\w+):([\w.-]+):(.+)$/

/** Outbox key of its post. */
export function keyOf({ thing, id, channel }: AnnouncementPlace): string {
  return `${thing}:${id}:${channel}`
}

/** Inverse of `keyOf`; undefined for any other key. */
export function placeOf(key: string): AnnouncementPlace | undefined {
  const [, named, id = '', channel = ''] = KEY.exec(key) ?? []
  const thing = THINGS.find(each => each === named)
  return thing && isId(id) && ID.test(channel) ? { thing, id, channel } : undefined
}

/** @throws Refusal `malformed` */
export function parsePlace(key: string): AnnouncementPlace {
  const place = placeOf(key)
  if (!place) throw new Refusal('malformed')
  return place
}

/** Outcome implied by the end of a post. */
export function outcomeOf({ at, refused, dead, unknown }: AnnouncementPostEnd): AnnouncementOutcome {
  if (unknown) return { state: 'unknown', why: 'unconfirmed', at }
  if (refused) return { state: 'refused', why: barrierOf(refused), at }
  if (dead) return { state: 'dead', why: dead.status === 413 ? 'too-large' : 'other', at }
  return { state: 'sent', at }
}

/** Of two outcomes of the same post, the more certain one wins. */
const SURE: Readonly<Record<AnnouncementOutcome['state'], number>> = {
  waiting: 0,
  unknown: 1,
  refused: 2,
  dead: 2,
  dropped: 3,
  sent: 4,
}

/** Whether a reported outcome replaces the known one: late and repeated reports lead to the same state. */
export function outweighs(reported: AnnouncementOutcome, known: AnnouncementOutcome): boolean {
  if (known.state === 'sent' || reported.state === 'sent') return known.state !== 'sent'
  if (known.state === 'dropped') return false
  return reported.at > known.at || (reported.at === known.at && SURE[reported.state] > SURE[known.state])
}

/** Whether an organiser has to check it. */
export function isUnsettled({ state }: Pick<AnnouncementOutcome, 'state'>): boolean {
  return state === 'unknown' || state === 'refused' || state === 'dead'
}

/** Outcome after an organiser's check: one in doubt was posted, a refused one was dropped. */
export function settled({ state, at }: AnnouncementOutcome): AnnouncementOutcome {
  return { state: state === 'unknown' ? 'sent' : 'dropped', at }
}

const CHANGED = {
  workshop: { kind: 'workshops.changed', field: 'workshop' },
  series: { kind: 'workshops.series-changed', field: 'series' },
  ballot: { kind: 'ballots.changed', field: 'ballot' },
  box: { kind: 'ideas.box-opened', field: 'box' },
  post: { kind: 'nudges.posted', field: 'post' },
  story: { kind: 'commitments.story-changed', field: 'story' },
  trial: { kind: 'trials.post-changed', field: 'trial' },
} as const

/** Has the thing's own feature render its cards again. */
export function drawnAgain({ thing, id }: Announced) {
  const { kind, field } = CHANGED[thing]
  return { kind, payload: { [field]: id } }
}
