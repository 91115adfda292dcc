import { absenceCard, type FeedbackCard, feedbackCard } from '../../../src/features/feedback/cards.ts'
import type { Words } from '../../../src/i18n/words.ts'
import type { Said, Samples } from '../sample.ts'

const TOLD = { id: 'm1', round: 1 }

export function feedbackSamples(words: Words, said: Said) {
  const workshop = { title: said('Accueillir mieux, plus près') }
  const round = { workshop: 'w1', closesAt: Date.UTC(2027, 3, 29, 15), closed: false }
  const open = { round, open: true, given: false, unsure: false }
  const text = said('Plus de temps à chaque table, et une pause au milieu de la matinée.')
  return {
    'feedback/form': [
      feedbackCard(words, TOLD, workshop, open),
      feedbackCard(words, TOLD, workshop, open, { rating: '4', text }),
      feedbackCard(words, TOLD, workshop, { ...open, unsure: true }),
      absenceCard(words, TOLD, workshop, { ...open, unsure: true }),
      feedbackCard(words, TOLD, workshop, { ...open, given: true }),
      feedbackCard(words, TOLD, workshop, { ...open, open: false }),
    ],
  } satisfies Samples<FeedbackCard>
}
