import { z } from 'zod'
import type { Handlers } from '../../conversation/handlers.ts'
import type { Pressed } from '../../conversation/incoming.ts'
import type { Outgoing, Reply } from '../../conversation/reply.ts'
import type { Words } from '../../i18n/words.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { CardOf } from '../../kernel/card.ts'
import type { Clock } from '../../kernel/clock.ts'
import { ID } from '../../kernel/id.ts'
import type { Language } from '../../kernel/language.ts'
import { parse } from '../../kernel/parse.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { IdeaUsecases } from '../ideas/index.ts'
import type { Message, MessageUsecases } from '../messages/index.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import type { WorkshopUsecases } from '../workshops/index.ts'
import { ideasNudge, ideasTitle, type Voice, workshopNudge, workshopSummary } from './cards.ts'
import { asksPilot, lookedAfter } from './domain.ts'
import { appointedInput, isStill } from './relay.ts'
import { relayNudge, relaySummary } from './relay-cards.ts'
import { DAILY } from './schedule.ts'
import type { NudgeUsecases } from './usecases.ts'

type Parts = {
  readonly nudges: NudgeUsecases
  readonly messages: Pick<MessageUsecases, 'claim' | 'drop' | 'show'>
  readonly workshops: Pick<WorkshopUsecases, 'show'>
  readonly ideas: Pick<IdeaUsecases, 'answer'>
  readonly people: Pick<PeopleUsecases, 'names'>
  readonly programme: Programme
  readonly words: (language: Language) => Words
  readonly clock: Clock
}

/** What a nudge is drawn from, sent or drawn again. */
type Told = Pick<Message, 'id' | 'round' | 'topic' | 'subject'>
/** `due`: whether there is still something to say. */
type Drawn = { readonly card: CardOf; readonly summary: string; readonly due: boolean }

const id = z.string().regex(ID)
const round = z.coerce.number().int().min(1).max(1_000)
const chosen = z.object({ message: id })
const answered = z.object({ message: id, round, idea: id, text: z.string().max(16_000).default('') })

/** Letters kept of what was typed and refused. */
const TYPED = z.string().max(16_000).catch('')

export function nudgeHandlers(parts: Parts): Handlers {
  const { nudges, messages, people, workshops, ideas, programme, words, clock } = parts
  const voiceOf = (actor: Actor): Voice => ({ words: words(actor.language), programme })

  async function drawWorkshop(actor: Actor, { id, round, subject }: Told): Promise<Drawn> {
    const workshop = await workshops.show(actor, String(subject.workshop))
    const now = clock.now()
    const shown = { id, round, direction: String(subject.direction) }
    const card = workshopNudge(voiceOf(actor), shown, workshop, now)
    const summary = workshopSummary(words(actor.language), workshop, now)
    return { card, summary, due: asksPilot(workshop, now) }
  }

  async function drawIdeas(actor: Actor, { id, round, subject }: Told, typed = ''): Promise<Drawn> {
    const direction = String(subject.direction)
    const [idea, next] = await nudges.waitingIn(direction)
    const waiting = { idea, more: next !== undefined, typed }
    const card = ideasNudge(voiceOf(actor), { id, round, direction }, waiting)
    // When another idea has become the oldest, tomorrow's look tells of that one.
    return { card, summary: ideasTitle(words(actor.language), waiting), due: idea?.id === subject.idea }
  }

  async function drawRelay(actor: Actor, { id, round, subject }: Told): Promise<Drawn> {
    const appointed = parse(appointedInput, subject)
    const voice = voiceOf(actor)
    const name = (await people.names([appointed.other])).get(appointed.other) ?? ''
    const card = relayNudge(voice, { id, round }, appointed, name)
    return { card, summary: relaySummary(voice, appointed), due: isStill(actor, appointed) }
  }

  const DRAWN: Readonly<Partial<Record<Told['topic'], typeof drawIdeas>>> = {
    'workshop-soon': drawWorkshop,
    'ideas-waiting': drawIdeas,
    relay: drawRelay,
  }
  const draw = (actor: Actor, told: Told, typed?: string): Promise<Drawn> => {
    const drawn = DRAWN[told.topic]
    if (!drawn) throw new Refusal('gone')
    return drawn(actor, told, typed)
  }

  /** Nothing when the workshop is gone, or the person no longer looks after that Direction. */
  async function drawDue(actor: Actor, told: Told): Promise<Drawn | undefined> {
    const direction = String(told.subject.direction)
    if (told.topic !== 'relay' && !lookedAfter(actor).includes(direction)) return undefined
    const drawn = await draw(actor, told).catch(error => {
      if (error instanceof Refusal) return undefined
      throw error
    })
    return drawn?.due ? drawn : undefined
  }

  async function tell(ticket: string): Promise<readonly Outgoing[]> {
    const claimed = await messages.claim(ticket)
    if (!claimed) return []
    const { actor, to, key } = claimed
    const drawn = await drawDue(actor, claimed)
    if (!drawn) {
      await messages.drop(claimed.id)
      return []
    }
    const { card, summary } = drawn
    return [{ to, key, reply: { card, language: actor.language, summary } }]
  }

  /** The message again, as things stand now. */
  async function again(actor: Actor, { data }: Pressed): Promise<Reply> {
    const message = await messages.show(actor, parse(chosen, data).message)
    const { card, summary } = await draw(actor, message, TYPED.parse(data.text))
    return { card, language: actor.language, summary }
  }

  async function answer(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { message, round, idea, text } = parse(answered, data)
    const { direction = '', ...answeredIdea } = await ideas.answer(actor, idea, text)
    const { say } = words(actor.language)
    const more = (await nudges.waitingIn(direction)).length > 0
    const waiting = { idea: answeredIdea, more, answer: answeredIdea.answer?.text ?? text }
    const card = ideasNudge(voiceOf(actor), { id: message, round, direction }, waiting)
    const title = say('nudge.ideas.answered.sub')
    return { card, language: actor.language, summary: title, notice: { tone: 'good', title } }
  }

  return {
    verbs: {
      'nudges.message': again,
      'nudges.answer': { run: answer, redraw: again },
    },
    facts: {
      [DAILY]: async () => {
        await nudges.remind()
        return []
      },
      'people.appointed': async ({ payload }) => {
        const { person, act, ...appointed } = payload
        await nudges.tellAppointed(String(person), String(act), parse(appointedInput, appointed))
        return []
      },
      'nudges.tell': ({ payload }) => tell(String(payload.message)),
    },
  }
}
