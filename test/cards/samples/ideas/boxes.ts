import type { Channel } from '../../../../src/features/channels/index.ts'
import { type BoxCard, boxFormCard, boxOpenedCard } from '../../../../src/features/ideas/boxes/cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { QUESTION } from './idea.ts'

export function ideaBoxesSamples(words: Words, said: Said) {
  const box = { id: 'b1', question: said(QUESTION), organiser: 'p2', at: 0 }
  const channel: Channel = {
    id: 'c1',
    teamId: 't1',
    teamName: said('Direction de la transition'),
    name: said('Idées'),
    address: 'a',
  }
  return {
    'ideas/boxes/form': [
      boxFormCard({
        words,
        channels: [channel],
        directions: programme.directions,
        nonce: 'n1',
        fields: { question: said(QUESTION), channel: 'c1', directions: 'lycees' },
      }),
    ],
    'ideas/boxes/opened': [boxOpenedCard(words, box, [channel])],
  } satisfies Samples<BoxCard>
}
