import type { FootPart } from '../../../cards/parts.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { foot, type Message } from '../../messages/index.ts'
import {
  goingText,
  leadingText,
  sheetOf,
  type WorkshopCardContext,
  type WorkshopCardSheet,
} from '../workshop/cards.ts'
import { comes, hasBegun, isAhead, isToCome, type WorkshopSeen } from '../workshop/domain.ts'
import { badgeOf, calledOffFacts, isKept, isOpen, registrationFacts } from '../workshop/stage-cards.ts'

type Answer = WorkshopCardSheet &
  FootPart & {
    readonly canJoin: boolean
    readonly canWait: boolean
    /** Registration is still to open: they can ask to be told, or take that back. */
    readonly canRemind: boolean
    readonly canForget: boolean
    /** They have an unconfirmed offer. */
    readonly canConfirm: boolean
    readonly gathers: boolean
    /** Link to the harvest page; '' for who may not harvest. */
    readonly harvest: string
    /** Button to publish or correct its summary; '' for who may not. */
    readonly summarise: string
    /** Link to its summary; '' while there is none. */
    readonly account: string
    readonly canDecline: boolean
    /** They have something to give up: that button is set apart, away from the likely next tap. */
    readonly canLeave: boolean
    /** Asks for confirmation: no other act is offered. */
    readonly asksToLeave: boolean
    readonly leaveTitle: string
    /** Address of the calendar file; '' without a seat. */
    readonly calendar: string
    /** They have a seat, and may see the page before coming. */
    readonly canPrepare: boolean
    /** '' where no other day can be chosen. */
    readonly swapTitle: string
    readonly canChange: boolean
    /** The series whose other days can be opened; '' for none. */
    readonly days: string
    readonly canGoBack: boolean
    /** Cursor of the list's page to go back to, '' for the first. */
    readonly after: string
  }

export type AnswerCard = CardOf<'workshops/registration/answer', Answer>

/** What one person may do with a workshop. */
export type Means = {
  readonly mayAnswer: boolean
  readonly mayChange: boolean
  /** Address of the workshop's calendar file. */
  readonly calendar: string
  /** Cursor of the list they came from. */
  readonly after?: string
  /** A seat was just refused: the waiting list is offered. */
  readonly seatless?: boolean
  /** Asks for confirmation before they give up a seat that they may not get back. */
  readonly leaving?: boolean
  /** Link to the harvest page. */
  readonly harvest?: string
  /** Its summary is published, and they may correct it. */
  readonly corrects?: boolean
  /** Link to the page with its summary. */
  readonly account?: string
  /** The card will not be edited: it shows no counts. */
  readonly stays?: true
}

function rulesOf({ say }: Words, { stage, mine, ...workshop }: WorkshopSeen, mayAnswer: boolean): string {
  if (hasBegun(stage)) return say('workshop.rules.over')
  if (!mayAnswer || !isToCome(stage)) return say('workshop.rules.unseen')
  if (mine === 'offered') return say('workshop.rules.offered')
  if (stage === 'closed') return say('workshop.rules.closed')
  return say(
    (stage === 'full' && mine !== 'yes') || workshop.waiting > 0 ? 'workshop.rules.full' : 'workshop.rules',
  )
}

const SUMMARISE = { first: 'harvest.summary.open', again: 'harvest.summary.correct' } as const

/** Acts on one's answer, and those that a seat gives. */
function usualActs({ say }: Words, workshop: WorkshopSeen, means: Means) {
  const { mine, stage, series } = workshop
  const { mayAnswer, seatless = false } = means
  const toCome = isToCome(stage) && mayAnswer
  const without = mine === undefined || mine === 'no'
  const early = toCome && without && stage !== 'closed' && !isOpen(workshop)
  const asks = toCome && without && stage !== 'closed' && isOpen(workshop)
  const elsewhere = mine === 'waiting' || stage !== 'announced' || seatless
  const swaps = series !== '' && mayAnswer && !hasBegun(stage) && mine !== 'offered'
  const held = mine === 'yes' && (isToCome(stage) || stage === 'postponed')
  return {
    canJoin: ((asks && stage === 'announced') || (toCome && workshop.free === true)) && !seatless,
    canWait: asks && (stage === 'full' || seatless),
    canRemind: early && workshop.reminded !== true,
    canForget: early && workshop.reminded === true,
    canConfirm: mayAnswer && isKept(workshop),
    gathers: hasBegun(stage) && mayAnswer,
    harvest: means.harvest ?? '',
    summarise: stage === 'over' && means.mayChange ? say(SUMMARISE[means.corrects ? 'again' : 'first']) : '',
    account: means.account ?? '',
    calendar: mine === 'yes' && isAhead(stage) ? means.calendar : '',
    canPrepare: mayAnswer && comes(mine) && isAhead(stage),
    canChange: isAhead(stage) && means.mayChange,
    days: isAhead(stage) ? (workshop.inSeries?.id ?? '') : '',
    canDecline: toCome && mine === undefined,
    // A seat in a postponed workshop can be given up too.
    canLeave: mayAnswer && (held || (toCome && mine === 'waiting')),
    asksToLeave: false,
    leaveTitle: say(mine === 'waiting' ? 'workshop.unwait' : 'workshop.leave'),
    swapTitle: swaps && (held || elsewhere) ? say(held ? 'workshop.swap' : 'workshop.otherDay') : '',
  }
}

type Acts = ReturnType<typeof usualActs>

/** Acts beside the confirmation: keep the seat, swap it, or give it up. */
function actsBeside({ say }: Words, { swapTitle }: Acts): Acts {
  return {
    canJoin: false,
    canWait: false,
    canRemind: false,
    canForget: false,
    canConfirm: false,
    gathers: false,
    harvest: '',
    summarise: '',
    account: '',
    calendar: '',
    canPrepare: false,
    canChange: false,
    days: '',
    canDecline: false,
    canLeave: true,
    asksToLeave: true,
    leaveTitle: say('workshop.leave.sure'),
    swapTitle,
  }
}

function actsOf(words: Words, workshop: WorkshopSeen, means: Means): Acts {
  const acts = usualActs(words, workshop, means)
  return means.leaving && workshop.mine === 'yes' && acts.canLeave ? actsBeside(words, acts) : acts
}

/** Number of buttons; an offer has two, to confirm and to decline. */
function countOf({ leaveTitle: _, canConfirm, ...acts }: Acts): number {
  return Object.values(acts).filter(Boolean).length + (canConfirm ? 2 : 0)
}

/** « Vous animez la table 4 », or the person's own table. */
function tableFacts(words: Words, { table, stage, facilitates, harvests }: WorkshopSeen) {
  if (facilitates && (isAhead(stage) || harvests))
    return [{ icon: 'PeopleTeam', text: leadingText(words, facilitates) }]
  if (table === undefined || !isAhead(stage)) return []
  return [{ icon: 'PeopleTeam', text: words.say('visit.table', { table }) }]
}

/** Counts at the time of the answer; not for who has an unconfirmed offer, and is counted among them. */
function goingFacts(words: Words, workshop: WorkshopSeen, { stays }: Means) {
  const { stage, mine } = workshop
  const told = stays !== true && mine !== 'offered' && isToCome(stage) && isOpen(workshop)
  return told ? [{ icon: 'People', text: goingText(words, workshop) }] : []
}

/** One person's own registration, with next acts unless they may not answer. */
export function answerCard(context: WorkshopCardContext, workshop: WorkshopSeen, means: Means): AnswerCard {
  const { words } = context
  const { id, mine, stage } = workshop
  const sheet = sheetOf(context, workshop)
  const { mayAnswer } = means
  const acts = actsOf(words, workshop, means)
  const unanswered = { icon: 'QuestionCircle', text: words.say('workshop.unanswered') }
  const data = {
    ...sheet,
    id,
    badge: badgeOf(words, workshop),
    facts: [
      ...sheet.facts,
      ...tableFacts(words, workshop),
      ...goingFacts(words, workshop, means),
      ...calledOffFacts(words, workshop),
      ...(mine === 'yes' || mine === 'offered' ? [] : registrationFacts(words, workshop)),
      ...(mine === undefined && isToCome(stage) && mayAnswer ? [unanswered] : []),
    ],
    ...acts,
    ...(acts.asksToLeave && { link: '', openTitle: '' }),
    // Six buttons are the limit: without a back button the list can still be opened by its command.
    canGoBack: !acts.asksToLeave && acts.days === '' && countOf(acts) + (sheet.link === '' ? 0 : 1) < 6,
    foot: [],
    after: means.after ?? '',
    footer: rulesOf(words, workshop, mayAnswer),
  }
  return { template: 'workshops/registration/answer', data }
}

/** The same as a message, with buttons to receive fewer. */
export function messageCard(
  context: WorkshopCardContext,
  workshop: WorkshopSeen,
  means: Means,
  message: Pick<Message, 'id' | 'round'>,
): AnswerCard {
  const { template, data } = answerCard(context, workshop, { ...means, mayChange: false, stays: true })
  return {
    template,
    data: {
      ...data,
      ...foot(context.words, message, isKept(workshop) || workshop.mine === 'yes'),
      canPrepare: false,
      days: '',
      canGoBack: false,
    },
  }
}
