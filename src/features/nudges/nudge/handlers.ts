import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Outgoing, Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import { type ActedUsecases, LOOK } from '../effect/usecases.ts'
import { appointedInput } from '../rules/appointment.ts'
import { thingsIn } from '../rules/digest.ts'
import { kindOf } from '../rules/schedule.ts'
import { type NudgeUsecases, RUN } from '../rules/usecases.ts'
import { ideasNudge, type Placed } from './cards.ts'
import {
  type DrawNudge,
  type DrawnNudge,
  type DrawParts,
  drawnOrGone,
  isStillFor,
  type NudgeDrawers,
  type NudgeMessage,
  shownOf,
} from './render-handlers.ts'

type Parts = Pick<DrawParts, 'programme' | 'words'> & {
  readonly nudges: NudgeUsecases
  /** Draws a message by its topic; and the week's message, which is the last room's. */
  readonly drawn: NudgeDrawers
  readonly drawDigest: DrawNudge
  readonly acted: ActedUsecases
  /** Whether the programme is closed: what was queued before is not sent. */
  readonly isClosed: () => Promise<boolean>
  readonly messages: Pick<MessageUsecases, 'claim' | 'drop' | 'show'>
  readonly ideas: Pick<IdeaUsecases, 'answer'>
}

/** The nudge on which something was pressed. */
export type NudgeSource = { readonly message: NudgeMessage; readonly shown: Placed }

const id = z.string().regex(ID)
const round = z.coerce.number().int().min(1).max(1_000)
/** Index of the item in a digest; '' outside a digest. */
const item = z.string().regex(/^\d?$/).default('')
const chosen = z.object({ message: id, item })
const days = z.coerce.number().int().min(0).max(120).default(10)
const answered = z.object({
  message: id,
  round,
  item,
  days,
  idea: id,
  text: z.string().max(16_000).default(''),
})

/** A refused text. */
const TYPED = z.string().max(16_000).catch('')

export function nudgeHandlers(parts: Parts) {
  const { nudges, acted, messages, ideas, programme, words, isClosed, drawn, drawDigest } = parts

  function draw(actor: Actor, message: NudgeMessage, typed?: string): Promise<DrawnNudge> {
    const { topic } = message
    if (topic === 'digest') return drawDigest(actor, message)
    if (topic in drawn) return drawn[topic as keyof typeof drawn](actor, message, typed)
    throw new Refusal('gone')
  }

  async function tell(ticket: string): Promise<readonly Outgoing[]> {
    const claimed = await messages.claim(ticket)
    if (!claimed) return []
    const { actor, to, key } = claimed
    const muted = claimed.topic !== 'relay' && (await isClosed())
    const now =
      !muted && isStillFor(actor, claimed, programme) ? await drawnOrGone(draw(actor, claimed)) : undefined
    if (now?.due) return [{ to, key, reply: { ...now, language: actor.language } }]
    await messages.drop(claimed.id)
    return []
  }

  /** The message that was pressed, or the item of a digest. */
  async function messageIn(actor: Actor, data: Pressed['data']): Promise<NudgeMessage> {
    const { message: id, item } = parse(chosen, data)
    const message = await messages.show(actor, id)
    const isOne = message.topic === 'digest' && item !== ''
    const thing = isOne ? thingsIn(message.subject)[Number(item)] : undefined
    return thing ? { ...message, ...thing, item } : message
  }

  /** The message with its current state. */
  async function again(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { card, summary } = await draw(actor, await messageIn(actor, data), parse(TYPED, data.text))
    return { card, language: actor.language, summary }
  }

  async function answer(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { message, round, item, days, idea, text } = parse(answered, data)
    const { direction = '', ...answeredIdea } = await ideas.answer(actor, idea, text)
    const { say } = words(actor.language)
    const more = (await nudges.waitingIn(direction, days)).length > 0
    const waiting = { idea: answeredIdea, more, answer: answeredIdea.answer?.text ?? text, days }
    const context = { words: words(actor.language), programme }
    const card = ideasNudge(context, { id: message, round, direction, item }, waiting)
    const title = say('nudge.ideas.answered.sub')
    return { card, language: actor.language, summary: title, notice: { tone: 'good', title } }
  }

  const runs = programme.ruleIds.map(id => [
    kindOf({ id }),
    async () => {
      await nudges.run(id)
      return []
    },
  ])
  const sourceOf = async (actor: Actor, { data }: Pressed): Promise<NudgeSource> => {
    const message = await messageIn(actor, data)
    return { message, shown: shownOf(message) }
  }

  const handlers = {
    verbs: {
      'nudges.message': again,
      'nudges.item': again,
      'nudges.answer': { run: answer, redraw: again },
    },
    facts: {
      ...Object.fromEntries(runs),
      [RUN]: async ({ payload }) => {
        await nudges.run(String(payload.rule), String(payload.after))
        return []
      },
      [LOOK]: async ({ payload: { topic, after } }) => {
        await (topic === undefined ? acted.look() : acted.look(String(topic), String(after)))
        return []
      },
      'people.appointed': async ({ payload }) => {
        const { person, act, ...appointed } = payload
        await nudges.tellAppointed(String(person), String(act), parse(appointedInput, appointed))
        return []
      },
      'nudges.tell': ({ payload }) => tell(String(payload.message)),
    },
  } satisfies Handlers
  return { handlers, sourceOf, again }
}
