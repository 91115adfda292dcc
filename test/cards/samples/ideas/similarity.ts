import { type SimilarCard, similarCard } from '../../../../src/features/ideas/similarity/cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { HANDOVER, ideas, LONG } from './idea.ts'

export function ideaSimilaritySamples(words: Words, said: Said) {
  const { idea, fresh, answered } = ideas(said)
  const unsent = { text: said(HANDOVER), axis: 'equipe', box: '', nonce: 'n1', unnamed: 'on' } as const
  return {
    'ideas/similarity/list': [
      similarCard(words, programme, [idea, { ...fresh, supported: true }, answered], unsent),
      similarCard(words, programme, [idea], { ...unsent, box: 'b1', text: said(LONG) }),
    ],
  } satisfies Samples<SimilarCard>
}
