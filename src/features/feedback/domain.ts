import { EVERYONE, ORGANISERS, PARTICIPANTS, type Permission } from '../../kernel/access/permission.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { cleanLine, lineWithin } from '../../kernel/text/text.ts'
import { DAY } from '../../kernel/time/clock.ts'

const SENTENCE_LIMIT = 280
/** Milliseconds after the end of a workshop during which people answer; results are shown afterwards. */
export const OPEN_FOR = 7 * DAY
/** With fewer answers nothing is shown, nor kept. */
export const FEWEST = 5

/** From the best to the worst. */
export const RATINGS = [5, 4, 3, 2, 1] as const
export type Rating = (typeof RATINGS)[number]

/** `sentence`: '' when they have nothing to change. */
export type FeedbackAnswer = { readonly rating: Rating; readonly sentence: string }

/** `closesAt`: milliseconds. */
export type Round = { readonly workshop: string; readonly closesAt: number; readonly closed: boolean }

/** State for one person. `given`: they answered while it was open; afterwards nobody knows. */
export type FeedbackStatus = { readonly round: Round; readonly open: boolean; readonly given: boolean }

/** `unsure`: no attendance list was kept, so everybody with a seat is asked, present or not. */
export type FeedbackQuestion = FeedbackStatus & { readonly unsure: boolean }

/** A workshop that somebody is asked about. */
export type FeedbackInvitation = FeedbackQuestion & { readonly title: string; readonly startsAt: number }

export const FEEDBACK_PERMISSIONS = {
  give: { act: 'feedback.give', roles: PARTICIPANTS },
  asked: { act: 'feedback.asked', roles: EVERYONE },
  read: { act: 'feedback.read', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

/** @throws Refusal `rating-missing`, `empty-text`, `too-long` */
export function saidOf(rating: unknown, sentence: string): FeedbackAnswer {
  const chosen = RATINGS.find(each => String(each) === String(rating))
  if (chosen === undefined) throw new Refusal('rating-missing')
  return { rating: chosen, sentence: cleanLine(sentence) === '' ? '' : lineWithin(sentence, SENTENCE_LIMIT) }
}

/** @throws Refusal `feedback-closed` */
export function checkOpen(round: Round | undefined, now: number): Round {
  if (!round || round.closed || now >= round.closesAt) throw new Refusal('feedback-closed')
  return round
}

/** Results of a closed round. */
export type FeedbackResults = {
  readonly answers: number
  /** Rounded to a tenth. */
  readonly average: number
  readonly sentences: readonly string[]
}

/** Undefined with too few answers. */
export function resultsOf(answers: readonly FeedbackAnswer[]): FeedbackResults | undefined {
  if (answers.length < FEWEST) return undefined
  const sum = answers.reduce((total, { rating }) => total + rating, 0)
  return {
    answers: answers.length,
    average: Math.round((10 * sum) / answers.length) / 10,
    sentences: answers.flatMap(({ sentence }) => (sentence === '' ? [] : [sentence])),
  }
}
