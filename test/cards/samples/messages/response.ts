import type { EffectShown } from '../../../../src/features/messages/response/effect.ts'
import { type EffectCard, effectCard } from '../../../../src/features/messages/response/effect-cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { rounded } from '../../../../src/kernel/personal-data/counts.ts'
import type { Samples } from '../../sample.ts'

const EFFECT: EffectShown = {
  day: '2027-04-22',
  topics: [
    { topic: 'workshop-soon', sent: rounded(120), acted: rounded(47), quiet: rounded(5) },
    { topic: 'ideas-waiting', sent: rounded(3), acted: rounded(1), quiet: rounded(0) },
  ],
}

export function messageResponseSamples(words: Words) {
  return {
    'messages/response/effect': [effectCard(words, EFFECT), effectCard(words, { ...EFFECT, topics: [] })],
  } satisfies Samples<EffectCard>
}
