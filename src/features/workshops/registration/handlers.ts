import { z } from 'zod'
import type { Command, Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { may } from '../../../kernel/access/permission.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { TabLink } from '../../../kernel/requests/tab-link.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Programme } from '../../programme/index.ts'
import type { CalendarUsecases } from '../calendar/usecases.ts'
import { SEAT_PERMISSIONS } from '../seats/domain.ts'
import { summaryOf, type WorkshopCardContext } from '../workshop/cards.ts'
import { hasBegun, WORKSHOP_PERMISSIONS, type WorkshopSeen } from '../workshop/domain.ts'
import type { WorkshopReadUsecases } from '../workshop/usecases.ts'
import { answerCard, type Means } from './cards.ts'
import { ownHarvest } from './harvest-access.ts'
import { listCard } from './list-cards.ts'
import { answerNotice } from './notice-cards.ts'
import type { Marks } from './outcomes.ts'
import type { RegistrationUsecases } from './usecases.ts'

/** What the card of a person's own registration is drawn with. */
export type AnswerContext = {
  readonly programme: Programme
  readonly words: (language: Language) => Words
  /** Address of a workshop's calendar file. */
  readonly calendarOf: (workshop: string) => string
  readonly tabLink: TabLink
  /** Lazy: built after workshops. */
  readonly marks: () => Pick<Marks, 'cameTo' | 'summarisedAmong'>
}

type Parts = AnswerContext & {
  readonly workshops: Pick<WorkshopReadUsecases, 'show' | 'coming'>
  readonly registrations: Pick<RegistrationUsecases, 'answer' | 'place'>
  readonly calendars: Pick<CalendarUsecases, 'addressOf'>
}

/**
 * `from`: cursor of the list they came from. `seatless`: a seat was just refused. `leaving`: asks for confirmation
 * before they give theirs up.
 */
type Drawn = {
  readonly from?: string | undefined
  readonly notice?: Notice | undefined
  readonly seatless?: boolean
  readonly leaving?: boolean
}

/** What `actor` may do with a workshop. `after`: cursor of the list they came from. */
export function meansOf({ role }: Actor, calendar: string, after = ''): Means {
  return {
    mayAnswer: may(SEAT_PERMISSIONS.answer, role),
    mayChange: may(WORKSHOP_PERMISSIONS.change, role),
    calendar,
    after,
  }
}

/** In a channel, adds that only the person sees this notice. */
export function seenBy({ say }: Words, notice: Notice, { place }: Pressed): Notice {
  if (place.kind === 'personal') return notice
  return { ...notice, text: [notice.text, say('only.you')].filter(Boolean).join(' ') }
}

/** The person's current answer as a notice. `came`: they were checked in. */
export function noticeOf(
  words: Words,
  workshop: WorkshopSeen,
  pressed: Pressed,
  came = false,
): Notice | undefined {
  const standing = answerNotice(words, workshop, came)
  return standing && seenBy(words, standing, pressed)
}

/** Replies with the card of the person's own registration. */
export async function answerReply(
  { programme, words, calendarOf, tabLink, marks }: AnswerContext,
  actor: Actor,
  workshop: WorkshopSeen,
  { from, notice, seatless = false, leaving = false }: Drawn = {},
): Promise<Reply> {
  const { language } = actor
  const { id, stage } = workshop
  const context: WorkshopCardContext = { words: words(language), programme }
  const usual = meansOf(actor, calendarOf(id), from)
  const isTold = stage === 'over' && (await marks().summarisedAmong([id])).has(id)
  const account = isTold ? tabLink('personal', `workshop:${id}`) : ''
  const corrects = usual.mayChange && isTold
  const harvest = workshop.harvests ? tabLink('personal', ownHarvest(workshop)) : ''
  const card = answerCard(context, workshop, { ...usual, seatless, leaving, harvest, account, corrects })
  const summary = notice?.title ?? summaryOf(context, workshop)
  return { card, language, summary, ...(notice && { notice }) }
}

/** Rows per card: five buttons leave one for the next page. */
const PAGE = 5

const after = z.string().max(200).optional()
const chosen = z.object({ workshop: z.string().regex(ID), after })
const answered = chosen.extend({
  answer: z.enum(['yes', 'no']),
  orWait: z.boolean().default(false),
  /** They confirmed giving up a seat that they may not get back. */
  sure: z.boolean().default(false),
})

/** Registration in the chat: answering, one's own card, the list of workshops. */
export function answerHandlers(parts: Parts): Handlers {
  const { workshops, registrations, programme, words, calendars, marks } = parts

  async function answer(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { workshop, answer, orWait, sure, after: from } = parse(answered, pressed.data)
    const seen = await registrations.answer(actor, workshop, answer, { orWait, asks: !sure })
    return answerReply(parts, actor, seen, { from, notice: noticeOf(words(actor.language), seen, pressed) })
  }

  async function mine(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { workshop, after: from } = parse(chosen, pressed.data)
    const seen = await workshops.show(actor, workshop)
    const came = hasBegun(seen.stage) && (await marks().cameTo(actor.id, [workshop])).has(workshop)
    const notice = noticeOf(words(actor.language), seen, pressed, came)
    return answerReply(parts, actor, seen, { from, notice })
  }

  /** After a refusal: offers the waiting list, or asks to confirm a cancellation that cannot be undone. */
  async function refused(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { workshop, answer, after: from } = parse(answered, data)
    const seen = await workshops.show(actor, workshop)
    return answerReply(parts, actor, seen, {
      from,
      seatless: answer === 'yes' && actor.direction !== undefined,
      leaving: answer === 'no',
    })
  }

  async function list(actor: Actor, after?: string): Promise<Reply> {
    const context: WorkshopCardContext = { words: words(actor.language), programme }
    const page = await workshops.coming(actor, PAGE, after || undefined)
    const { address } = await calendars.addressOf(actor)
    const card = listCard(context, page, meansOf(actor, address, after))
    return { card, language: actor.language, summary: context.words.say('workshop.list.title') }
  }

  const command: Command = {
    name: 'ateliers',
    words: {
      fr: [
        'ateliers',
        'atelier',
        'mes ateliers',
        'm’inscrire',
        'inscription',
        'désinscription',
        'calendrier',
      ],
      en: ['workshops', 'workshop', 'my workshops'],
    },
    offered: { agent: 1, pilot: 1, manager: 1, organiser: 2, observer: 1 },
    shows: true,
    personal: true,
    run: actor => list(actor),
  }

  return {
    commands: [command],
    verbs: {
      'workshops.answer': { run: answer, redraw: refused },
      'workshops.mine': mine,
      'workshops.list': (actor, pressed) => list(actor, parse(z.object({ after }), pressed.data).after),
    },
    facts: {
      'people.direction-chosen': async ({ payload }) => {
        await registrations.place(String(payload.person), String(payload.direction))
        return []
      },
    },
  }
}
