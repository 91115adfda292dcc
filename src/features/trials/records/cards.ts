import type { Words } from '../../../i18n/words.ts'
import { clausesOf } from '../../../kernel/text/clause.ts'
import type { DecidedRecord } from './domain.ts'
import { LESSON_MOST } from './lesson.ts'

/** What is proposed to be re-read of a decided trial: what was tried, what was decided, what was learnt, cut to a lesson's length. */
export function lessonDraft({ say }: Words, { hypothesis, decision }: DecidedRecord): string {
  const { ifWe, expected } = clausesOf(hypothesis)
  const text = say('publication.trial.draft', {
    ifWe,
    expected,
    decision: say(`publication.trial.${decision.kind}`),
    learnt: decision.learnt,
  })
  const letters = [...text]
  return letters.length <= LESSON_MOST ? text : `${letters.slice(0, LESSON_MOST - 1).join('')}…`
}
