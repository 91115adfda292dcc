import type { Actor } from '../../../kernel/access/actor.ts'
import {
  EVERYONE,
  PARTICIPANTS,
  type Permission,
  permit,
  relationToOwner,
} from '../../../kernel/access/permission.ts'
import type { Role } from '../../../kernel/access/role.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Why } from '../../people/index.ts'

export const TOPICS = [
  'digest',
  'workshop-soon',
  'workshop-tomorrow',
  'axis-silent',
  'ideas-waiting',
  'ballot-closing',
  'horizons',
  'my-workshop-tomorrow',
  'my-ballot-closing',
  'my-horizon',
  'idea-answered',
  'moderated',
  'workshop-moved',
  'seat-offered',
  'facilitating',
  'workshop-feedback',
  'relay',
  'broadcast',
] as const
/** What a message is about: what somebody stops and takes up again. */
export type Topic = (typeof TOPICS)[number]

const PILOTS: readonly Role[] = ['pilot']

/** Whom a topic can concern. */
const READERS: Readonly<Record<Topic, readonly Role[]>> = {
  digest: PILOTS,
  'workshop-soon': PILOTS,
  'workshop-tomorrow': PILOTS,
  'axis-silent': PILOTS,
  'ideas-waiting': PILOTS,
  'ballot-closing': PILOTS,
  horizons: PILOTS,
  'my-workshop-tomorrow': PARTICIPANTS,
  'my-ballot-closing': PARTICIPANTS,
  'my-horizon': PARTICIPANTS,
  'idea-answered': PARTICIPANTS,
  'workshop-moved': PARTICIPANTS,
  'seat-offered': PARTICIPANTS,
  'workshop-feedback': PARTICIPANTS,
  // Told to few, and seldom: among everybody's choices they would be noise. On the message itself the last two can be stopped.
  moderated: [],
  facilitating: [],
  relay: [],
  broadcast: PARTICIPANTS,
}

/** What has just happened: told at once, not to many on one morning. */
const NEWS: readonly Topic[] = [
  'idea-answered',
  'moderated',
  'workshop-moved',
  'seat-offered',
  'facilitating',
  'relay',
]

/** Whether messages of the topic go to many at one time, and let others pass. */
export function isBulk(topic: Topic): boolean {
  return !NEWS.includes(topic)
}

/** They follow what somebody did, a seat taken, a day chosen: they take no place of the week, and wait for none. */
const UNCOUNTED: readonly Topic[] = [...NEWS, 'my-workshop-tomorrow', 'workshop-feedback', 'my-horizon']

/** Whether messages of the topic are among those of which there are so many a week. */
export function counts(topic: Topic): boolean {
  return !UNCOUNTED.includes(topic)
}

/** Whoever simply comes has answered, and nobody owes an opinion: of silence nothing follows. */
const ASKING_NOTHING: readonly Topic[] = ['my-workshop-tomorrow', 'workshop-feedback']

/** Whether a message of the topic waits for an answer. One that does not comes for each occasion, however often. */
export function asks(topic: Topic): boolean {
  return !ASKING_NOTHING.includes(topic)
}

/** Whether the person has a right to be told, and nobody stops it: that what they wrote is hidden, why, and no longer. */
export function isOwed(topic: Topic): boolean {
  return topic === 'moderated'
}

/** What somebody of the role can choose to hear of; what is stopped on its message alone, while it is. */
export function topicsFor(role: Role, stopped: readonly Topic[]): readonly Topic[] {
  const listed = (topic: Topic) => READERS[topic].length === 0 && stopped.includes(topic)
  return TOPICS.filter(topic => READERS[topic].includes(role) || listed(topic))
}

/** Whether a message comes to somebody only because they answer for the Direction. */
export function comesWith(
  { topic, subject }: Pick<Message, 'topic' | 'subject'>,
  direction: string,
): boolean {
  return READERS[topic] === PILOTS && subject.direction === direction
}

/** Ids and moments (milliseconds) that the card and the reason are drawn from; no text that a person wrote. */
export type Subject = Readonly<Record<string, string | number>>

/**
 * `unknown`: Teams may have it, which nothing has confirmed; `dead`: Teams will not take it, whoever it is for. Neither
 * is sent again by itself. `absorbed`: the person was told by another message.
 */
export type MessageState =
  | 'waiting'
  | 'sent'
  | 'dropped'
  | 'expired'
  | 'stopped'
  | 'unreachable'
  | 'unknown'
  | 'dead'
  | 'absorbed'

export type Message = {
  readonly id: string
  readonly person: string
  readonly topic: Topic
  /** Names the occasion, so that nobody hears of it twice. */
  readonly reason: string
  readonly subject: Subject
  /** The feature that tells it. */
  readonly by: string
  /** Names those that are told, held and stopped together. */
  readonly batch?: string
  readonly state: MessageState
  /** In the state `unreachable`: why the person cannot be told. */
  readonly why?: Why
  /** 1, and one more each time the person asks for it later. */
  readonly round: number
  /** Counts the facts noted for it: only the last one may claim it. */
  readonly turn: number
  /** Milliseconds: not sent before, nor after. */
  readonly from: number
  readonly until?: number
  readonly createdAt: number
  /** Milliseconds: when the last round of it went out. */
  readonly sentAt?: number
}

/** What somebody is to be told, before it is a message. */
export type Telling = Pick<Message, 'person' | 'topic' | 'reason' | 'subject' | 'by' | 'until' | 'batch'> & {
  /** Milliseconds between two of the topic to one person, at least: more when they answer none. Absent: any. */
  readonly every?: number
}

/** A message whose moment it is: what the teller draws its card from. */
export type Claimed = {
  readonly id: string
  readonly actor: Actor
  /** Opaque address of the person's chat. */
  readonly to: string
  readonly topic: Topic
  readonly subject: Subject
  /** The outgoing message's key: under it nothing is posted twice. */
  readonly key: string
  readonly round: number
  /** Which of the week's messages it is; none of them where its topic does not count. */
  readonly number?: number
}

export const MESSAGE_PERMISSIONS = {
  read: { act: 'messages.read', roles: EVERYONE, relation: 'own' },
} as const satisfies Record<string, Permission>

/** @throws Refusal `gone`, `not-yours` */
export function ownMessage(actor: Actor, message: Message | undefined, row: Permission): Message {
  if (!message) throw new Refusal('gone')
  permit(row, actor.role, relationToOwner(actor, message.person))
  return message
}

/** As if this round of it had never gone out. */
export function unsent({ sentAt: _, ...message }: Message): Message {
  return message
}

export function keyOf({ id, round }: Pick<Message, 'id' | 'round'>): string {
  return `message:${id}:${round}`
}

/** The message that goes out under the key; undefined when it is none of these. */
export function idIn(key: string): string | undefined {
  return /^message:(\w+):\d+$/.exec(key)?.[1]
}

/** What a fact carries to claim a message with: one that an earlier fact carries no longer counts. */
export function ticketOf({ id, turn }: Pick<Message, 'id' | 'turn'>): string {
  return `${id}:${turn}`
}

/** The lowest number of the week that is free, or undefined when as many as `budget` are taken. */
export function freeNumber(taken: readonly number[], budget: number): number | undefined {
  if (taken.length >= budget) return undefined
  for (let number = 1; number <= budget; number++) if (!taken.includes(number)) return number
  return undefined
}
