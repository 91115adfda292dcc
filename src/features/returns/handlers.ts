import { z } from 'zod'
import type { Handlers } from '../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../conversation/protocol/incoming.ts'
import type { Outgoing, Reply } from '../../conversation/protocol/reply.ts'
import type { Words } from '../../i18n/words.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import { parse } from '../../kernel/requests/parse.ts'
import { ID } from '../../kernel/text/id-format.ts'
import type { Language } from '../../kernel/text/language.ts'
import {
  foot,
  type Message,
  type MessageFoot,
  type MessageUsecases,
  type MoveLine,
  type Subject,
} from '../messages/index.ts'
import { itemFoot, movesCard, movesTitle } from './cards.ts'
import { latestOfEach, type Move } from './domain.ts'

/** How a feature tells what moved of its own to one person now; undefined for what is so no more. */
export type MoveTeller = {
  readonly line: (actor: Actor, subject: Subject) => Promise<MoveLine | undefined>
  /** The subject once it tells besides what others of its card tell: of several who joined, all. */
  readonly together?: (subject: Subject, others: readonly Subject[]) => Subject
  readonly drawn: (
    actor: Actor,
    told: { readonly subject: Subject } & MessageFoot,
  ) => Promise<Reply | undefined>
}

type Parts = {
  /** By the name of the feature that notes the moves. */
  readonly tellers: Readonly<Record<string, MoveTeller>>
  readonly messages: Pick<MessageUsecases, 'claim' | 'drop' | 'show' | 'moves'>
  readonly words: (language: Language) => Words
}

type Shown = Pick<Message, 'id' | 'round'>

const id = z.string().regex(ID)
const pressedOn = z.object({ message: id })
const pressedItem = pressedOn.extend({ item: id })

/** The card that tells what one touched and moved: one thing on its own card, several in rows. */
export function returnHandlers({ tellers, messages, words }: Parts): Handlers {
  async function movesOf({ id }: Shown): Promise<readonly Omit<Move, 'line'>[]> {
    const moves = await messages.moves(id)
    return moves.map(({ id: move, by, subject }) => {
      const others = moves.filter(other => other.by === by).map(other => other.subject)
      return { id: move, by, subject: tellers[by]?.together?.(subject, others) ?? subject }
    })
  }

  async function standing(actor: Actor, shown: Shown): Promise<readonly Move[]> {
    const found: Move[] = []
    for (const { id: move, by, subject } of await movesOf(shown)) {
      const line = await tellers[by]?.line(actor, subject)
      if (line) found.push({ id: move, by, subject, line })
    }
    return latestOfEach(found)
  }

  function rows(actor: Actor, shown: Shown, moves: readonly Move[]): Reply {
    const { language } = actor
    const w = words(language)
    return { card: movesCard(w, shown, moves), language, summary: movesTitle(w, moves) }
  }

  /** Undefined when nothing of it is so any more. */
  async function drawn(actor: Actor, shown: Shown): Promise<Reply | undefined> {
    const moves = await standing(actor, shown)
    const [first, second] = moves
    if (!first) return undefined
    if (second) return rows(actor, shown, moves)
    const told = { subject: first.subject, foot: foot(words(actor.language), shown).foot }
    return tellers[first.by]?.drawn(actor, told)
  }

  async function tell(ticket: string): Promise<readonly Outgoing[]> {
    const claimed = await messages.claim(ticket)
    if (!claimed) return []
    const reply = await drawn(claimed.actor, claimed)
    if (reply) return [{ to: claimed.to, key: claimed.key, reply }]
    await messages.drop(claimed.id)
    return []
  }

  async function again(actor: Actor, { data }: Pressed): Promise<Reply> {
    const shown = await messages.show(actor, parse(pressedOn, data).message)
    return (await drawn(actor, shown)) ?? rows(actor, shown, [])
  }

  /** The thing of one row on its own card, and the way back. */
  async function open(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { message, item } = parse(pressedItem, pressed.data)
    const shown = await messages.show(actor, message)
    const move = (await movesOf(shown)).find(({ id }) => id === item)
    const told = move && { subject: move.subject, foot: itemFoot(words(actor.language), shown).foot }
    const reply = told && (await tellers[move.by]?.drawn(actor, told))
    return reply ?? again(actor, pressed)
  }

  return {
    verbs: { 'returns.message': again, 'returns.item': open },
    facts: { 'returns.tell': ({ payload }) => tell(String(payload.message)) },
  }
}
