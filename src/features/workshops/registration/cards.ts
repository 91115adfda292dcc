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
import {
  badgeOf,
  calledOffFacts,
  isKept,
  isLapsed,
  isOpen,
  momentText,
  registrationFacts,
} from '../workshop/stage-cards.ts'

type Answer = WorkshopCardSheet &
  FootPart & {
    readonly canJoin: boolean
    readonly canWait: boolean
    /** A seat is kept for them until they say whether they take it. */
    readonly canConfirm: boolean
    readonly gathers: boolean
    /** Where a table's ideas are typed; '' for who may not. */
    readonly harvest: string
    /** Its summary can be published, or corrected once it is; '' for who may not. */
    readonly summarise: string
    /** Where its summary is read; '' while there is none. */
    readonly account: string
    readonly canDecline: boolean
    /** They have something to give up: it stands apart, below what the finger reaches for next. */
    readonly canLeave: boolean
    /** They are asked whether they do: nothing else is offered but to keep it. */
    readonly asksToLeave: boolean
    readonly leaveTitle: string
    /** Address of the calendar file; '' for who has no seat. */
    readonly calendar: string
    /** They come, and may see who else does. */
    readonly canPrepare: boolean
    /** '' where no other day can be chosen. */
    readonly swapTitle: string
    readonly canChange: boolean
    /** The series whose other days can be looked at; '' where there is none. */
    readonly days: string
    readonly canGoBack: boolean
    /** The cursor of the list's page to go back to, '' for its first. */
    readonly after: string
  }

export type AnswerCard = CardOf<'workshops/registration/answer', Answer>

/** What one person may do with a workshop. */
export type Means = {
  readonly mayAnswer: boolean
  readonly mayChange: boolean
  /** Address of the workshop's calendar file. */
  readonly calendar: string
  /** The page of the list they came from. */
  readonly after?: string
  /** They were just refused a seat: what is left to them is to wait for one. */
  readonly seatless?: boolean
  /** They are asked whether they give up a seat that they cannot have back. */
  readonly leaving?: boolean
  /** Address of the page where a table's ideas are typed. */
  readonly harvest?: string
  /** Its summary is published. */
  readonly corrects?: boolean
  /** Address of the page where its summary is read. */
  readonly account?: string
  /** It stays as it is: how many take part is not said. */
  readonly stays?: true
}

function offeredText(words: Words, { startsAt, offeredUntil = startsAt }: WorkshopSeen) {
  const title = words.say('workshop.freed', { date: words.shortDay(startsAt) })
  return { title, text: words.say('workshop.freed.sub', { moment: momentText(words, offeredUntil) }) }
}

/**
 * What stands as one's answer, in words; nothing where there is none, or where nobody is expected any more. `came`: they
 * were checked in.
 */
export function answerNotice(words: Words, workshop: WorkshopSeen, came = false) {
  const { say } = words
  const { mine, stage, rank = 1, confirmHours: hours } = workshop
  if (came) return { tone: 'good', title: say('checkin.done') } as const
  if (isKept(workshop)) return { tone: 'warning', ...offeredText(words, workshop) } as const
  if (isLapsed(workshop)) {
    return { tone: 'warning', title: say('workshop.lapsed'), text: say('workshop.lapsed.sub') } as const
  }
  if (mine === 'waiting' && isToCome(stage)) {
    const title = say('workshop.waiting', { rank })
    return { tone: 'good', title, text: say('workshop.waiting.sub', { hours }) } as const
  }
  // What is over says so in its badge: no seat is kept there, and nobody stays away from it any more.
  if ((mine !== 'yes' && mine !== 'no') || stage === 'cancelled' || stage === 'over') return undefined
  if (stage === 'postponed') {
    return mine === 'yes' ? ({ tone: 'good', title: say('workshop.postponed.kept') } as const) : undefined
  }
  return { tone: 'good', title: say(mine === 'yes' ? 'workshop.joined' : 'workshop.declined') } as const
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

/** What can be done about one's answer, and with it. */
function usualActs({ say }: Words, workshop: WorkshopSeen, means: Means) {
  const { mine, stage, series } = workshop
  const { mayAnswer, seatless = false } = means
  const toCome = isToCome(stage) && mayAnswer
  const without = mine === undefined || mine === 'no'
  const asks = toCome && without && stage !== 'closed' && isOpen(workshop)
  const elsewhere = mine === 'waiting' || stage !== 'announced' || seatless
  const swaps = series !== '' && mayAnswer && !hasBegun(stage) && mine !== 'offered'
  const held = mine === 'yes' && (isToCome(stage) || stage === 'postponed')
  return {
    canJoin: ((asks && stage === 'announced') || (toCome && workshop.free === true)) && !seatless,
    canWait: asks && (stage === 'full' || seatless),
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
    // Of one that is put off, too, a seat can be given up.
    canLeave: mayAnswer && (held || (toCome && mine === 'waiting')),
    asksToLeave: false,
    leaveTitle: say(mine === 'waiting' ? 'workshop.unwait' : 'workshop.leave'),
    swapTitle: swaps && (held || elsewhere) ? say(held ? 'workshop.swap' : 'workshop.otherDay') : '',
  }
}

type Acts = ReturnType<typeof usualActs>

/** What is left beside a question: to keep the seat, to change it for another day's, to give it up all the same. */
function actsBeside({ say }: Words, { swapTitle }: Acts): Acts {
  return {
    canJoin: false,
    canWait: false,
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

/** Buttons; a seat that is kept is taken with one and left with another. */
function countOf({ leaveTitle: _, canConfirm, ...acts }: Acts): number {
  return Object.values(acts).filter(Boolean).length + (canConfirm ? 2 : 0)
}

/** « Vous animez la table 4 », or where one sits on the day. */
function tableFacts(words: Words, { table, stage, facilitates, harvests }: WorkshopSeen) {
  if (facilitates && (isAhead(stage) || harvests))
    return [{ icon: 'PeopleTeam', text: leadingText(words, facilitates) }]
  if (table === undefined || !isAhead(stage)) return []
  return [{ icon: 'PeopleTeam', text: words.say('visit.table', { table }) }]
}

/** How many come, and from how many Directions, at the moment of the answer; among them who is offered a seat, so not to them. */
function goingFacts(words: Words, workshop: WorkshopSeen, { stays }: Means) {
  const { stage, mine } = workshop
  const told = stays !== true && mine !== 'offered' && isToCome(stage) && isOpen(workshop)
  return told ? [{ icon: 'People', text: goingText(words, workshop) }] : []
}

/** One person's own answer and what they may do next: nothing, when they may not answer. */
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
    // A card takes six buttons: the list can still be asked for by its name.
    canGoBack: !acts.asksToLeave && acts.days === '' && countOf(acts) + (sheet.link === '' ? 0 : 1) < 6,
    foot: [],
    after: means.after ?? '',
    footer: rulesOf(words, workshop, mayAnswer),
  }
  return { template: 'workshops/registration/answer', data }
}

/** The person's own answer, as a message: what it offers besides is how to hear less of it. */
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
