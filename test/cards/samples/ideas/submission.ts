import type { IdeaFormCard, WritingCard } from '../../../../src/features/ideas/card/form-cards.ts'
import { correctionCard } from '../../../../src/features/ideas/submission/correction-cards.ts'
import { quoteCard } from '../../../../src/features/ideas/submission/quote-cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { ideas, LONG } from './idea.ts'

export function ideaSubmissionSamples(words: Words, said: Said) {
  const { mine } = ideas(said)
  return {
    'ideas/card/form': [quoteCard(words, programme, 'n1', said(LONG))],
    'ideas/card/writing': [correctionCard(words, programme, mine)],
  } satisfies Samples<IdeaFormCard | WritingCard>
}
