import { dataCard, eraseCard, type RightsCard } from '../../../src/features/rights/cards.ts'
import { PARTS } from '../../../src/features/rights/domain.ts'
import type { Words } from '../../../src/i18n/words.ts'
import { DATA_AROUND } from '../../../src/kernel/personal-data/data-part.ts'
import type { Samples } from '../sample.ts'

export function rightsSamples(words: Words) {
  return {
    'rights/data': [
      dataCard(words, [{ part: 'self', count: 1, around: [], rest: 0 }]),
      dataCard(
        words,
        PARTS.map((part, at) => {
          const around = DATA_AROUND.slice(0, at).map((kind, count) => ({ kind, count: count + 1 }))
          return { part, count: 40 * at, around, rest: at }
        }),
        'dpo@exemple.fr',
      ),
    ],
    'rights/erase': [eraseCard(words, true), eraseCard(words, false)],
  } satisfies Samples<RightsCard>
}
