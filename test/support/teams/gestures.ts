import assert from 'node:assert/strict'
import type { Person } from '../sign-in/cast.ts'
import type { Activities, Activity, Where } from './activities.ts'
import { type Button, buttonOn, dataOf, type Filled, NotPressable } from './card-press.ts'
import { isNode, type Node } from './card-tree.ts'
import { buttonsOn, choicesOf, inputsOn, linksOn, textOnCard } from './card-view.ts'
import { type Channel, type Chats, chatId, type Message, type Obstacle } from './chats.ts'
import { createExtension } from './extension.ts'
import { createMoves } from './moves.ts'
import { faultsOf } from './outgoing.ts'

const CARD = 'application/vnd.microsoft.card.adaptive'
const WORDS = 'application/vnd.microsoft.activity.message'
const ERROR = 'application/vnd.microsoft.error'
/** What is the person's own doing. */
const LIFTED: ReadonlySet<Obstacle | undefined> = new Set([
  'ConversationBlockedByUser',
  'MessageWritesBlocked',
  'ForbiddenOperationException',
])

/** What one person's client shows of one message. */
export type Shown = {
  readonly id: string
  /** The chat, or the channel with its thread. */
  readonly conversation: string
  readonly card?: Node
  /** All that is written there, a line each, every kind of space as a plain one. */
  readonly text: string
  readonly buttons: readonly string[]
  /** What stands in the inputs, by id. */
  readonly inputs: Readonly<Record<string, string>>
  /** The words of what can be chosen, by the input's id. */
  readonly choices: Readonly<Record<string, readonly string[]>>
  /** What a click would open. */
  readonly links: readonly string[]
  /** How often it was edited for all. */
  readonly edits: number
  /** The bar below the card, after a press that was not answered by a card. */
  readonly bar?: string
}

/** `again`: the same delivery once more, with the same id or under a new one, as Teams repeats calls. */
export type PressOptions = {
  readonly again?: readonly ('same id' | 'new id')[]
  readonly by?: 'execute' | 'submit'
}

export type Answered = { readonly status: number; readonly body: unknown }

export type GestureParts = {
  readonly chats: Chats
  readonly activities: Activities
  /** Hands an activity to the bot. */
  readonly deliver: (activity: Activity) => Promise<Answered>
  /** Takes note of what somebody typed. */
  readonly typed: (text: string) => void
  readonly complain: (complaint: string) => void
  readonly isTyped: (text: string) => boolean
}

function conversationOf(person: Person, place?: Channel | Shown): string {
  if (!place) return chatId(person)
  return 'conversation' in place ? place.conversation : place.id
}

/** What a client does with the answer to a press: a card, words in a bar, or nothing. */
function readAnswer({ status, body }: Answered): { card?: Node; bar?: string } {
  assert.equal(status, 200, `a press was answered ${status}: the client says «Something went wrong»`)
  if (!isNode(body) || body.statusCode === undefined) return {}
  const { type, value } = body
  if (type === CARD && isNode(value)) return { card: value }
  if (type === WORDS) return { bar: String(value) }
  if (type === ERROR && isNode(value)) return { bar: String(value.message) }
  throw new assert.AssertionError({ message: `no client knows the answer ${JSON.stringify(body)}` })
}

export function createGestures(parts: GestureParts) {
  const { chats, activities, deliver, typed, complain } = parts

  function shownTo(person: Person, message: Message, bar?: string): Shown {
    const card = chats.cardFor(message, person)
    const { id, conversation, edits, activity } = message
    return {
      id,
      conversation,
      ...(card && { card }),
      text: [String(activity.text ?? ''), textOnCard(card)].filter(Boolean).join('\n'),
      buttons: buttonsOn(card).map(({ title }) => String(title)),
      inputs: Object.fromEntries(inputsOn(card).map(input => [String(input.id), String(input.value ?? '')])),
      choices: Object.fromEntries(
        inputsOn(card).map(input => [String(input.id), choicesOf(input).map(({ title }) => title)]),
      ),
      links: linksOn(card),
      edits,
      ...(bar !== undefined && { bar }),
    }
  }

  function find(place: Shown | string): Message {
    const message = chats.messages.get(typeof place === 'string' ? place : place.id)
    if (!message) throw new NotPressable('the message is no longer there')
    return message
  }

  function whereOf(conversation: string): Where {
    const [channel = ''] = conversation.split(';')
    return chats.channels.has(channel) ? { conversation, channel } : { conversation }
  }

  /** Sends it, then as often again as asked; the last answer counts. `ids`: under which it went. */
  async function deliverAll(activity: Activity, again: PressOptions['again'] = []) {
    let answer = await deliver(activity)
    const ids = [activity.id]
    for (const kind of again) {
      const id = kind === 'same id' ? activity.id : chats.nextId()
      answer = await deliver({ ...activity, id })
      ids.push(id)
    }
    return { answer, ids }
  }

  function put(message: Message, person: Person, card: Node): void {
    const faults = faultsOf(card, parts.isTyped)
    if (faults.length) {
      complain(`the answer to a press: ${faults.join('; ')}`)
      throw new assert.AssertionError({ message: `Teams does not draw this answer: ${faults.join('; ')}` })
    }
    message.views.set(person.objectId, card)
  }

  async function execute(
    person: Person,
    message: Message,
    button: Node,
    data: object,
    options: PressOptions,
  ) {
    const { title, verb, id } = button
    const action = { title, verb, data, ...(id !== undefined && { id }) }
    const activity = activities.executed(person, whereOf(message.conversation), message.id, action)
    const { card, bar } = readAnswer((await deliverAll(activity, options.again)).answer)
    if (card && chats.messages.has(message.id)) put(message, person, card)
    return shownTo(person, message, bar)
  }

  /** An older client: the button's fallback, answered by a new message. */
  async function submit(
    person: Person,
    message: Message,
    button: Node,
    filled: Filled,
    options: PressOptions,
  ) {
    const { fallback } = button
    if (!isNode(fallback) || fallback.type !== 'Action.Submit')
      throw new NotPressable('no Action.Submit to fall back on')
    const data = dataOf(chats.cardFor(message, person), fallback, filled)
    const activity = activities.submitted(person, whereOf(message.conversation), message.id, data)
    return answerTo(person, activity, options.again)
  }

  async function answerTo(person: Person, activity: Activity, again?: PressOptions['again']): Promise<Shown> {
    const before = new Set(chats.messages.keys())
    const { answer, ids } = await deliverAll(activity, again)
    assert.ok(answer.status < 300, `a message was answered ${answer.status}`)
    const answers = [...chats.messages.values()].filter(
      each => ids.includes(each.answers ?? '') && !before.has(each.id),
    )
    const last = answers.at(-1)
    if (!last) throw new assert.AssertionError({ message: 'the bot said nothing' })
    return shownTo(person, last)
  }

  async function event(activity: Activity): Promise<void> {
    const { status } = await deliver(activity)
    assert.ok(status < 300, `an event was answered ${status}`)
  }

  /** One person at their own client. */
  return function as(person: Person) {
    chats.meet(person)
    return {
      person,
      /** Types to the bot, in the chat with it unless `place` is a channel or a thread; there by mention. */
      async says(text: string, place?: Channel | Shown, { again }: PressOptions = {}): Promise<Shown> {
        const where = whereOf(conversationOf(person, place))
        if (!where.channel) {
          chats.open(person)
          // Nobody can write there without taking back what keeps the bot from it.
          if (LIFTED.has(chats.obstacles.get(person.objectId))) chats.obstacles.delete(person.objectId)
        }
        typed(text)
        const written = chats.add({
          conversation: where.conversation,
          by: person.objectId,
          activity: { text },
        })
        const activity = activities.typed(person, { ...where, conversation: written.conversation }, text)
        return answerTo(person, activity, again)
      },
      /** Presses a button of the card as this person sees it. @throws NotPressable as a client would not send. */
      async presses(
        place: Shown | string,
        wanted: Button,
        filled: Filled = {},
        options: PressOptions = {},
      ): Promise<Shown> {
        const message = find(place)
        const card = chats.cardFor(message, person)
        const button = buttonOn(card, wanted)
        if (button.type !== 'Action.Execute') throw new NotPressable(`${button.type} sends nothing`)
        const data = dataOf(card, button, filled)
        for (const value of Object.values(filled)) typed(value)
        if (options.by === 'submit') return submit(person, message, button, filled, options)
        return execute(person, message, button, data, options)
      },
      /** What their client shows of a message now. */
      sees: (place: Shown | string): Shown => shownTo(person, find(place)),
      /** What the bot wrote in their chat, or in a channel and its threads, oldest first. */
      reads(place?: Channel): readonly Shown[] {
        const wanted = place?.id ?? chatId(person)
        return [...chats.messages.values()]
          .filter(({ conversation, by }) => by === undefined && conversation.split(';')[0] === wanted)
          .map(message => shownTo(person, message))
      },
      ...createExtension(parts, person),
      ...createMoves({ chats, activities, event }, person),
    }
  }
}
