import { answerForm, asideForm } from '../../../../src/features/ideas/answers/cards.ts'
import type { WritingCard } from '../../../../src/features/ideas/card/form-cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { ideas } from './idea.ts'

export function ideaAnswersSamples(words: Words, said: Said) {
  const { idea, answered, aside } = ideas(said)
  return {
    'ideas/card/writing': [
      answerForm(words, programme, { ...idea, authorName: '' }),
      answerForm(words, programme, answered),
      asideForm(words, programme, idea),
      asideForm(words, programme, aside),
    ],
  } satisfies Samples<WritingCard>
}
