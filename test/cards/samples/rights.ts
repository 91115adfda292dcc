import { dataCard, eraseCard, type RightsCard } from '../../../src/features/rights/cards.ts'
import { PARTS } from '../../../src/features/rights/domain.ts'
import type { Words } from '../../../src/i18n/words.ts'
import type { Samples } from '../sample.ts'

export function rightsSamples(words: Words) {
  return {
    'rights/data': [
      dataCard(words, [{ part: 'self', count: 1, rest: 0 }]),
      dataCard(
        words,
        PARTS.map((part, at) => ({ part, count: 1 + 40 * at, rest: at })),
        'dpo@exemple.fr',
      ),
    ],
    'rights/erase': [eraseCard(words, true), eraseCard(words, false)],
  } satisfies Samples<RightsCard>
}
