import type { FootPart } from '../../cards/parts.ts'
import type { CardOf } from '../../kernel/card.ts'
import { badgeOf, type Sheet, sheetOf, type Voice } from './cards.ts'
import { hasBegun, isToCome, seatsLeft, type WorkshopSeen } from './domain.ts'
import { comes, isAhead } from './visit.ts'

type Answer = Sheet &
  FootPart & {
    readonly canJoin: boolean
    readonly gathers: boolean
    readonly canLeave: boolean
    readonly leaveTitle: string
    /** Address of the calendar file; '' for who has no seat. */
    readonly calendar: string
    /** They come, and may see who else does. */
    readonly canPrepare: boolean
    readonly canChange: boolean
    readonly canGoBack: boolean
    /** The cursor of the list's page to go back to, '' for its first. */
    readonly after: string
  }

export type AnswerCard = CardOf<'workshops/answer', Answer>

/** What one person may do with a workshop. */
export type Means = {
  readonly mayAnswer: boolean
  readonly mayChange: boolean
  /** Address of the workshop's calendar file. */
  readonly calendar: string
  /** The page of the list they came from. */
  readonly after?: string
}

/** One person's own answer and what they may do next: nothing, when they may not answer. */
export function answerCard(voice: Voice, workshop: WorkshopSeen, means: Means): AnswerCard {
  const { say } = voice.words
  const { id, mine, stage } = workshop
  const sheet = sheetOf(voice, workshop)
  const open = isToCome(stage)
  const asked = open && means.mayAnswer
  const unanswered = { icon: 'QuestionCircle', text: say('workshop.unanswered') }
  const data = {
    ...sheet,
    id,
    badge: badgeOf(voice.words, workshop),
    facts: mine === undefined && asked ? [...sheet.facts, unanswered] : sheet.facts,
    gathers: hasBegun(stage) && means.mayAnswer,
    canJoin: asked && mine !== 'yes' && seatsLeft(workshop) > 0,
    canLeave: asked && mine !== 'no',
    leaveTitle: say(mine === 'yes' ? 'workshop.leave' : 'workshop.decline'),
    calendar: mine === 'yes' && stage !== 'over' ? means.calendar : '',
    canPrepare: means.mayAnswer && comes(mine) && isAhead(stage),
    canChange: open && means.mayChange,
    canGoBack: true,
    foot: [],
    after: means.after ?? '',
    footer: say(
      open ? (means.mayAnswer ? 'workshop.rules' : 'workshop.rules.totals') : 'workshop.rules.over',
    ),
  }
  return { template: 'workshops/answer', data }
}
