import type { IdeaCard } from '../../../../src/features/ideas/card/frame-cards.ts'
import { insertedCard, linkedCard } from '../../../../src/features/ideas/register/search-cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { ideas } from './idea.ts'

export function ideaRegisterSamples(words: Words, said: Said) {
  const { idea } = ideas(said)
  return {
    'ideas/card/idea': [
      insertedCard(words, programme, idea, idea.at),
      insertedCard(words, programme, { ...idea, state: 'initiative', ended: true }, idea.at),
      linkedCard(words, programme, idea),
      linkedCard(words, programme, { ...idea, state: 'initiative', ended: true }),
    ],
  } satisfies Samples<IdeaCard>
}
