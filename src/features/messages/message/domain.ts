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
  'my-step',
  'step-asked',
  'step-late',
  'my-trial',
  'look-in',
  'idea-answered',
  'moderated',
  'workshop-moved',
  'seat-offered',
  'workshop-opens',
  'facilitating',
  'workshop-feedback',
  'relay',
  'broadcast',
] as const
/** Topic of messages, the unit that a person mutes and unmutes. */
export type Topic = (typeof TOPICS)[number]

const PILOTS: readonly Role[] = ['pilot']
const IN_CHARGE: readonly Role[] = ['manager', 'organiser']

/** Roles that a topic concerns. */
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
  'my-step': PARTICIPANTS,
  'step-asked': PARTICIPANTS,
  'step-late': IN_CHARGE,
  'my-trial': PARTICIPANTS,
  'look-in': PARTICIPANTS,
  'idea-answered': PARTICIPANTS,
  'workshop-moved': PARTICIPANTS,
  'seat-offered': PARTICIPANTS,
  'workshop-opens': PARTICIPANTS,
  'workshop-feedback': PARTICIPANTS,
  // Rare, and to few people: noise in everybody's settings. The last two can be muted on the message itself.
  moderated: [],
  facilitating: [],
  relay: [],
  broadcast: PARTICIPANTS,
}

/** Topics exempt from back-off: a reminder is answered by coming, and nobody owes feedback. */
const ASKING_NOTHING: readonly Topic[] = ['my-workshop-tomorrow', 'workshop-feedback']

/** Whether a message of the topic expects an answer. Others are sent on each occasion. */
export function asks(topic: Topic): boolean {
  return !ASKING_NOTHING.includes(topic)
}

/**
 * Whether the person has a right to be told, so that the topic cannot be muted: that what they wrote is hidden and why,
 * or shown again.
 */
export function isOwed(topic: Topic): boolean {
  return topic === 'moderated'
}

/** Topics in the settings of a role; one muted on its message is listed while it is. */
export function topicsFor(role: Role, stopped: readonly Topic[]): readonly Topic[] {
  const listed = (topic: Topic) => READERS[topic].length === 0 && stopped.includes(topic)
  return TOPICS.filter(topic => READERS[topic].includes(role) || listed(topic))
}

/** Whether a message is only for who answers for the Direction. */
export function comesWith(
  { topic, subject }: Pick<Message, 'topic' | 'subject'>,
  direction: string,
): boolean {
  return READERS[topic] === PILOTS && subject.direction === direction
}

/** Ids and times (milliseconds) from which the card and the reason are rendered; no text that a person wrote. */
export type Subject = Readonly<Record<string, string | number>>

/**
 * `unknown`: sent without confirmation; `dead`: refused by Teams for good. Neither is repeated automatically.
 * `absorbed`: replaced by another message.
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
  /** Dedupe key of the occasion. */
  readonly reason: string
  readonly subject: Subject
  /** The feature that sends it. */
  readonly by: string
  /** Batch of messages that are queued, paused and stopped together. */
  readonly batch?: string
  readonly state: MessageState
  /** In state `unreachable`: why. */
  readonly why?: Why
  /** From 1, incremented each time the person postpones it. */
  readonly round: number
  /** Number of facts scheduled for it: only the last one may claim it. */
  readonly turn: number
  /** Milliseconds: earliest and latest time of sending. */
  readonly from: number
  readonly until?: number
  readonly createdAt: number
  /** Milliseconds: when its last round was sent. */
  readonly sentAt?: number
  /** Id of the message that tells it with others; then it is `absorbed`. */
  readonly toldIn?: string
}

/** A message to be queued. */
export type Telling = Pick<Message, 'person' | 'topic' | 'reason' | 'subject' | 'by' | 'until' | 'batch'> & {
  /** Minimum interval of its topic in milliseconds, longer by back-off. Absent: none. */
  readonly every?: number
}

/** A claimed message, from which its feature renders the card. */
export type Claimed = {
  readonly id: string
  readonly actor: Actor
  /** Opaque address of the person's chat. */
  readonly to: string
  readonly topic: Topic
  readonly subject: Subject
  /** Outbox key: nothing is posted twice under it. */
  readonly key: string
  readonly round: number
  /** Its slot of the week; absent where its topic is outside the budget. */
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

/** As if this round had never been sent: a message that was put off has reached the person before. */
export function unsent(message: Message): Message {
  if (message.round > 1) return message
  const { sentAt: _, ...rest } = message
  return rest
}

export function keyOf({ id, round }: Pick<Message, 'id' | 'round'>): string {
  return `message:${id}:${round}`
}

/** Id of the message sent under the key; undefined for any other key. */
export function idIn(key: string): string | undefined {
  return /^message:(\w+):\d+$/.exec(key)?.[1]
}

/** Token that a fact claims a message with: invalid once a later fact is scheduled. */
export function ticketOf({ id, turn }: Pick<Message, 'id' | 'turn'>): string {
  return `${id}:${turn}`
}
