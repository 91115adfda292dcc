import { createHash } from 'node:crypto'
import type { Person } from '../sign-in/cast.ts'
import type { Node } from './card-tree.ts'
import { cardOf } from './outgoing.ts'
import { Refused } from './refused.ts'

export type Channel = { readonly id: string; readonly name: string }
export type Team = { readonly id: string; readonly name: string; readonly aadGroupId: string }

/** A message. `views`: personal cards shown in its place after a press, by object id. */
export type Message = {
  readonly id: string
  /** The chat, or the channel with its thread. */
  readonly conversation: string
  /** Object id of a person; absent when the bot wrote it. */
  readonly by?: string
  /** The activity that it answers, when the connector was told. */
  readonly answers?: string
  activity: Node
  edits: number
  readonly views: Map<string, Node>
}

/** Teams' id of a person: opaque, and different for each bot. */
export function teamsId({ objectId }: Pick<Person, 'objectId'>): string {
  return `29:${createHash('sha256').update(objectId).digest('base64url')}`
}

export function chatId({ objectId }: Pick<Person, 'objectId'>): string {
  return `a:${createHash('sha256').update(`chat ${objectId}`).digest('base64url')}`
}

/** Reasons why the bot cannot write there, as Teams' error codes. */
export type Obstacle =
  | 'MessageWritesBlocked'
  | 'ConversationBlockedByUser'
  | 'ForbiddenOperationException'
  | 'BotNotInConversationRoster'
  | 'BotDisabledByAdmin'
  | 'ConversationNotFound'

/** State of a team: an archived one can be read and not written. */
export type TeamState = 'standing' | 'archived' | 'deleted'

/** State of Teams: membership, messages, and what each person's client shows of them. */
export function createChats(first: Team, channels: readonly Channel[]) {
  const people = new Map<string, Person>()
  const byChat = new Map<string, Person>()
  const byTeamsId = new Map<string, Person>()
  const obstacles = new Map<string, Obstacle>()
  const standing = new Map(channels.map(channel => [channel.id, channel]))
  const messages = new Map<string, Message>()
  const opened = new Set<string>()
  const outside = new Set<string>()
  const watchers = new Set<() => void>()
  const inTeam = { value: true }
  const team: { -readonly [Field in keyof Team]: Team[Field] } & { state: TeamState } = {
    ...first,
    state: 'standing',
  }
  let serial = 1_808_000_000_000

  function changed(): void {
    for (const watcher of [...watchers]) watcher()
  }

  function meet(person: Person): void {
    people.set(person.objectId, person)
    byChat.set(chatId(person), person)
    byTeamsId.set(teamsId(person), person)
  }

  const personIn = (conversation: string): Person | undefined => byChat.get(conversation)

  /** @throws Refused 403 or 404 when the bot cannot write there. */
  function requireReach(conversation: string): void {
    const [channel = '', root] = conversation.split(';messageid=')
    const person = personIn(conversation)
    const obstacle = obstacles.get(person?.objectId ?? '')
    if (obstacle) throw new Refused(obstacle === 'ConversationNotFound' ? 404 : 403, obstacle)
    if (person && opened.has(conversation)) return
    if (!standing.has(channel) || team.state === 'deleted') throw new Refused(404, 'ConversationNotFound')
    if (!inTeam.value) throw new Refused(403, 'BotNotInConversationRoster')
    if (root !== undefined && !messages.has(root)) throw new Refused(404, 'ConversationNotFound')
  }

  /** @throws Refused as `requireReach` does, and 403 in a channel of an archived team */
  function requireWriting(conversation: string): void {
    requireReach(conversation)
    if (team.state === 'archived' && !personIn(conversation))
      throw new Refused(403, 'Forbidden', 'the team is archived: its channels can only be read')
  }

  function nextId(): string {
    return String(++serial)
  }

  function add(message: Pick<Message, 'conversation' | 'by' | 'answers' | 'activity'>): Message {
    const id = nextId()
    // A new message in a channel opens a thread of its own.
    const alone = standing.has(message.conversation)
    const conversation = alone ? `${message.conversation};messageid=${id}` : message.conversation
    const made: Message = { ...message, id, conversation, edits: 0, views: new Map() }
    messages.set(id, made)
    changed()
    return made
  }

  /** @throws Refused 404 when it is not there, or is somebody else's. */
  function own(conversation: string, id: string): Message {
    requireWriting(conversation)
    const message = messages.get(id)
    const channel = conversation.split(';')[0]
    if (!message || message.conversation.split(';')[0] !== channel) {
      throw new Refused(404, 'ActivityNotFoundInConversation')
    }
    if (message.by !== undefined) throw new Refused(403, 'Forbidden', 'not written by the bot')
    return message
  }

  return {
    team,
    channels: standing,
    inTeam,
    obstacles,
    messages,
    nextId,
    add,
    requireReach,
    requireWriting,
    meet,
    /** A chat exists once the person wrote, installed the app, or was written to. */
    open: (person: Person) => void opened.add(chatId(person)),
    everybody: () => [...people.values()],
    /** Of the team: everybody whom Teams knows, but for those who left it. */
    members: () => [...people.values()].filter(({ objectId }) => !outside.has(objectId)),
    join(person: Person): void {
      meet(person)
      outside.delete(person.objectId)
    },
    leave: ({ objectId }: Person) => void outside.add(objectId),
    personIn,
    withTeamsId: (id: string) => byTeamsId.get(id),
    /** An edit replaces personal views for everybody. */
    edit(conversation: string, id: string, activity: Node): void {
      const message = own(conversation, id)
      message.activity = activity
      message.edits += 1
      message.views.clear()
      changed()
    },
    remove(conversation: string, id: string): void {
      own(conversation, id)
      messages.delete(id)
      changed()
    },
    /** The card that this person's client shows for a message. */
    cardFor: (message: Message, person: Person): Node | undefined =>
      message.views.get(person.objectId) ?? cardOf(message.activity),
    watch(watcher: () => void): () => void {
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
    changed,
  }
}

export type Chats = ReturnType<typeof createChats>
