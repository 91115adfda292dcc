import { z } from 'zod'
import type { Command, Handlers } from '../../conversation/handlers.ts'
import type { Pressed } from '../../conversation/incoming.ts'
import type { Notice, Reply } from '../../conversation/reply.ts'
import type { Words } from '../../i18n/words.ts'
import type { Actor } from '../../kernel/actor.ts'
import { ID } from '../../kernel/id.ts'
import type { Language } from '../../kernel/language.ts'
import { parse } from '../../kernel/parse.ts'
import { may } from '../../kernel/permission.ts'
import type { Programme } from '../programme/index.ts'
import { answerCard, type Means } from './answer-cards.ts'
import { summaryOf, type Voice } from './cards.ts'
import { PERMISSIONS, type WorkshopSeen } from './domain.ts'
import { listCard } from './list-cards.ts'
import type { WorkshopUsecases } from './usecases.ts'

export type AnswerParts = {
  readonly workshops: WorkshopUsecases
  readonly programme: Programme
  readonly words: (language: Language) => Words
  /** Address of a workshop's calendar file. */
  readonly calendarOf: (workshop: string) => string
}

/** What `actor` may do with a workshop. `after`: the page of the list they came from. */
export function meansOf({ role }: Actor, calendar: string, after = ''): Means {
  return {
    mayAnswer: may(PERMISSIONS.answer, role),
    mayChange: may(PERMISSIONS.change, role),
    calendar,
    after,
  }
}

/** The person's own answer, with what has just come of it. `from`: the page of the list they came from. */
export function answerReply(
  { programme, words, calendarOf }: Pick<AnswerParts, 'programme' | 'words' | 'calendarOf'>,
  actor: Actor,
  workshop: WorkshopSeen,
  { from, notice }: { readonly from?: string | undefined; readonly notice?: Notice | undefined } = {},
): Reply {
  const { language } = actor
  const voice: Voice = { words: words(language), programme }
  const card = answerCard(voice, workshop, meansOf(actor, calendarOf(workshop.id), from))
  const summary = notice?.title ?? summaryOf(voice, workshop)
  return { card, language, summary, ...(notice && { notice }) }
}

/** Five workshops with a button each leave one for the next page. */
const PAGE = 5

const after = z.string().max(200).optional()
const chosen = z.object({ workshop: z.string().regex(ID), after })
const answered = chosen.extend({ answer: z.enum(['yes', 'no']) })

/** What one person answers, and where they see it. */
export function answerHandlers(parts: AnswerParts): Handlers {
  const { workshops, programme, words } = parts

  /** What stands as one's answer, in words; in a channel, with who sees it. */
  function noticeOf(actor: Actor, { mine }: WorkshopSeen, { place }: Pressed): Notice | undefined {
    const { say } = words(actor.language)
    if (mine === undefined) return undefined
    const title = say(mine === 'yes' ? 'workshop.joined' : 'workshop.declined')
    return { tone: 'good', title, ...(place.kind !== 'personal' && { text: say('only.you') }) }
  }

  async function answer(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { workshop, answer, after: from } = parse(answered, pressed.data)
    const seen = await workshops.answer(actor, workshop, answer)
    return answerReply(parts, actor, seen, { from, notice: noticeOf(actor, seen, pressed) })
  }

  async function mine(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { workshop, after: from } = parse(chosen, pressed.data)
    const seen = await workshops.show(actor, workshop)
    return answerReply(parts, actor, seen, { from, notice: noticeOf(actor, seen, pressed) })
  }

  async function list(actor: Actor, after?: string): Promise<Reply> {
    const voice: Voice = { words: words(actor.language), programme }
    const page = await workshops.coming(actor, PAGE, after || undefined)
    const card = listCard(voice, page, meansOf(actor, '', after))
    return { card, language: actor.language, summary: voice.words.say('workshop.list.title') }
  }

  const command: Command = {
    name: 'ateliers',
    words: { fr: ['ateliers'], en: ['workshops'] },
    offered: { agent: 1, pilot: 1, manager: 1, organiser: 2, observer: 1 },
    personal: true,
    run: actor => list(actor),
  }

  return {
    commands: [command],
    verbs: {
      'workshops.answer': { run: answer, redraw: mine },
      'workshops.mine': mine,
      'workshops.list': (actor, pressed) => list(actor, parse(z.object({ after }), pressed.data).after),
    },
  }
}
