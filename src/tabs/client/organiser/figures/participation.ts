import { number } from '../../../../i18n/format.ts'
import type { ReviewView } from '../../../contract/figures/review.ts'
import { plainDay } from '../../parts/words/days.ts'
import type { Translator } from '../../parts/words/translator.ts'
import { heldText, shareText } from './amounts.ts'

/** How many took part, and of when that estimate is: two sentences; one that says when it comes, before the first. */
export function participationTexts(
  { participation, headcount }: Pick<ReviewView, 'participation' | 'headcount'>,
  today: string,
  translator: Translator,
): readonly string[] {
  const { say, language } = translator
  if (!participation) return [say('review.participation.none')]
  const of = { count: heldText(participation.count, translator), headcount: number(headcount, language) }
  const some = { ...of, share: shareText(participation, translator) }
  return [
    participation.share === 0 ? say('review.participation.few', of) : say('review.participation.some', some),
    say('review.participation.estimate', { date: plainDay(participation.week, today, translator) }),
  ]
}
