import { z } from 'zod'
import type { Handlers, VerbHandler } from '../../../conversation/protocol/handlers.ts'
import { idempotencyKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID, ID_OR_NONE } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { placesText } from '../../channels/index.ts'
import type { IdeaSeen, IdeaUsecases } from '../../ideas/index.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { Programme } from '../../programme/index.ts'
import { ideasNudge } from '../nudge/cards.ts'
import type { NudgeSource } from '../nudge/handlers.ts'
import { draftText, postedNotice } from '../posts/cards.ts'
import { thingOf } from '../posts/domain.ts'
import type { PostUsecases } from '../posts/usecases.ts'
import { answeredNotice } from './cards.ts'
import { AT_START, type DrawWeek, type WeekState } from './render-handlers.ts'

type Parts = {
  readonly ideas: Pick<IdeaUsecases, 'answer' | 'takeBack'>
  readonly messages: Pick<MessageUsecases, 'show'>
  readonly posts: Pick<PostUsecases, 'prepare' | 'post'>
  readonly programme: Programme
  readonly words: (language: Language) => Words
  readonly draw: DrawWeek
  /** The message, or the thing of it, on which something was pressed. */
  readonly sourceOf: (actor: Actor, pressed: Pressed) => Promise<NudgeSource>
  /** Shows that message. */
  readonly again: VerbHandler
}

const typed = z.string().max(16_000).default('')
/** A Direction's id and a cursor; what they cannot mean is refused where they are read. */
const place = { direction: z.string().max(100).default(''), after: z.string().max(150).default('') }
const message = z.string().regex(ID)
const round = z.coerce.number().int().min(1).max(1_000).default(1)
const onMessage = z.object({
  message,
  round,
  ...place,
  idea: z.string().regex(ID_OR_NONE).default(''),
  text: typed,
})
const onIdea = onMessage.extend({ idea: z.string().regex(ID) })
const undone = onIdea.extend({ at: z.coerce.number().int().nonnegative(), said: typed })
type Given = z.infer<typeof onMessage>

/** The week's message, which does the work: an answer and the next idea, its undo, a post that is ready. */
export function digestHandlers(parts: Parts): Required<Pick<Handlers, 'verbs'>> {
  const { ideas, messages, posts, programme, words, draw, sourceOf, again } = parts
  const contextOf = (actor: Actor) => ({ words: words(actor.language), programme })

  /** Undefined on a card that was sent to somebody else, or is no week's message. */
  async function weekOf(actor: Actor, given: Given, state: WeekState): Promise<Reply | undefined> {
    const found = await messages.show(actor, given.message).catch(error => {
      if (error instanceof Refusal) return undefined
      throw error
    })
    if (found?.topic !== 'digest') return undefined
    const { card, summary } = await draw(actor, found, state)
    return { card, language: actor.language, summary }
  }

  /** The idea alone, for whoever may answer it and was not sent the message. `answer`: just given. */
  function ideaReply(actor: Actor, given: Given, idea: IdeaSeen, answer?: string): Reply {
    const shown = { id: given.message, round: given.round, direction: idea.direction ?? '', item: '' }
    const waiting = { idea, more: false, days: 1, typed: given.text, ...(answer !== undefined && { answer }) }
    const card = ideasNudge(contextOf(actor), shown, waiting)
    return { card, language: actor.language, summary: idea.text }
  }

  const said = (reply: Reply, notice: Notice): Reply => ({ ...reply, summary: notice.title, notice })
  const stateOf = ({ direction, after, idea, text }: Given): WeekState => ({
    direction,
    after,
    idea,
    typed: text,
  })

  async function answer(actor: Actor, { data }: Pressed): Promise<Reply> {
    const given = parse(onIdea, data)
    const answered = await ideas.answer(actor, given.idea, given.text)
    const text = answered.answer?.text ?? given.text
    const { direction, after } = given
    const state = { ...AT_START, direction, after, answered }
    const reply = await weekOf(actor, given, state)
    return said(
      reply ?? ideaReply(actor, given, answered, text),
      answeredNotice(words(actor.language), answered, text),
    )
  }

  /** Its words stand in the field again. */
  async function undo(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { at, said: text, ...given } = parse(undone, data)
    const idea = await ideas.takeBack(actor, given.idea, at)
    const { direction, after } = given
    const reply = await weekOf(actor, given, { direction, after, idea: idea.id, typed: text })
    const { say } = words(actor.language)
    return said(reply ?? ideaReply(actor, { ...given, text }, idea), {
      tone: 'good',
      title: say('idea.take-back.done'),
      text: say('idea.take-back.done.sub'),
    })
  }

  /** What was typed for the idea that is passed is shown, not lost. */
  async function next(actor: Actor, pressed: Pressed): Promise<Reply> {
    const given = parse(onMessage, pressed.data)
    const state = { ...stateOf(given), idea: '' }
    return (await weekOf(actor, given, state)) ?? again(actor, pressed)
  }

  async function post(actor: Actor, pressed: Pressed): Promise<Reply> {
    const given = parse(onMessage, pressed.data)
    const source = await sourceOf(actor, pressed)
    const thing = thingOf(source.message.subject)
    if (!thing) throw new Refusal('gone')
    const of = { ...thing, direction: source.shown.direction }
    const { about } = await posts.prepare(actor, of)
    const context = contextOf(actor)
    const { channels } = await posts.post(
      actor,
      of,
      draftText(context, about),
      idempotencyKeys(actor, pressed),
    )
    const reply = (await weekOf(actor, given, stateOf(given))) ?? (await again(actor, pressed))
    return said(reply, postedNotice(context, placesText(context.words, channels)))
  }

  /** The same idea with what was typed, or else the next one and the words beside it. */
  const asItStands: VerbHandler = async (actor, pressed) => {
    const given = parse(onMessage, pressed.data)
    return (await weekOf(actor, given, stateOf(given))) ?? again(actor, pressed)
  }

  return {
    verbs: {
      'nudges.week': { run: asItStands, redraw: asItStands },
      'nudges.week-answer': { run: answer, redraw: asItStands },
      'nudges.week-undo': { run: undo, redraw: asItStands },
      'nudges.week-next': { run: next, redraw: again },
      'nudges.post-ready': { run: post, redraw: asItStands },
    },
  }
}
