import type { Channel } from '../../../../src/features/channels/index.ts'
import { type BoxCard, boxFormCard, boxOpenedCard } from '../../../../src/features/ideas/boxes/cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { QUESTION } from './idea.ts'

export function ideaBoxesSamples(words: Words, said: Said) {
  const box = { id: 'b1', question: said(QUESTION), kind: 'ideas', organiser: 'p2', at: 0 } as const
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
        takesQuestions: false,
        fields: { question: said(QUESTION), kind: 'ideas', channel: 'c1', directions: 'lycees' },
      }),
      boxFormCard({
        words,
        channels: [channel],
        directions: programme.directions,
        nonce: 'n1',
        takesQuestions: true,
        fields: { question: said(QUESTION), kind: 'question', channel: 'c1', directions: '' },
      }),
    ],
    'ideas/boxes/opened': [
      boxOpenedCard(words, box, [channel]),
      boxOpenedCard(words, { ...box, kind: 'question' }, [channel]),
    ],
  } satisfies Samples<BoxCard>
}
