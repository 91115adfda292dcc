import type { Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { BallotSeen } from '../../ballots/index.ts'
import type { Subject, Topic } from '../../messages/index.ts'
import type { Stage, WorkshopSeen } from '../../workshops/index.ts'
import { thingsIn } from '../rules/digest.ts'

export const POST_PERMISSIONS = {
  /** A pilot's tasks of the week. */
  week: { act: 'nudges.week', roles: ['pilot'], relation: 'same-direction' },
  /** A pilot passes on what a nudge or the week proposes, a manager what is to come. */
  post: { act: 'nudges.post', roles: ['pilot', 'manager'], relation: 'same-direction' },
  /** What the channels of a Direction have had a post about. */
  posts: { act: 'nudges.posts', roles: ['pilot', 'manager', 'organiser'], relation: 'same-direction' },
} as const satisfies Record<string, Permission>

/** Limit, in grapheme clusters. */
export const POST_LENGTH = 500

/** What can be posted about. */
export type PostThing = { readonly thing: 'workshop' | 'axis' | 'ballot'; readonly thingId: string }

/** When a thing was last posted about to the channels of a Direction, by whomever: milliseconds. */
export type Published = PostThing & { readonly at: number }

/** A post: the text of a pilot or a manager, posted by the bot under their name. */
export type PilotPost = PostThing & {
  readonly id: string
  /** Person's id. */
  readonly person: string
  readonly direction: string
  readonly text: string
  /** Milliseconds. */
  readonly at: number
}

/** The thing of a nudge, if a pilot can post about it. */
export function thingOf(subject: Subject): PostThing | undefined {
  for (const thing of ['workshop', 'axis', 'ballot'] as const) {
    const id = subject[thing]
    if (typeof id === 'string') return { thing, thingId: id }
  }
  return undefined
}

/** Topics of nudges about such a thing. */
export const TOLD_ON: Readonly<Record<PostThing['thing'], readonly Topic[]>> = {
  workshop: ['workshop-soon', 'workshop-tomorrow', 'digest'],
  axis: ['axis-silent', 'digest'],
  ballot: ['ballot-closing', 'digest'],
}

/** Whether a message asks for this post, by itself or as an item of a digest. */
export function asksFor(
  { thing, thingId, direction }: Pick<PilotPost, 'thing' | 'thingId' | 'direction'>,
  subject: Subject,
): boolean {
  return [subject, ...thingsIn(subject).map(each => each.subject)].some(
    each => each[thing] === thingId && each.direction === direction,
  )
}

/** Current state of what a post is about. */
export type About =
  | { readonly thing: 'workshop'; readonly workshop: WorkshopSeen }
  | { readonly thing: 'ballot'; readonly ballot: BallotSeen }
  | { readonly thing: 'axis'; readonly axis: string }

const TO_COME: readonly Stage[] = ['announced', 'full', 'closed']

/**
 * Whether readers can still act on it.
 * @throws Refusal `post-workshop-over`, `post-workshop-full`, `post-ballot-closed`
 */
export function checkOpen(about: About): void {
  if (about.thing === 'ballot' && about.ballot.stage === 'closed') throw new Refusal('post-ballot-closed')
  if (about.thing !== 'workshop') return
  const { stage, capacity, seatsTaken } = about.workshop
  if (!TO_COME.includes(stage)) throw new Refusal('post-workshop-over')
  if (seatsTaken >= capacity) throw new Refusal('post-workshop-full')
}
