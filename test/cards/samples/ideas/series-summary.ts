import {
  type SeriesSummaryCard,
  seriesSummaryCard,
} from '../../../../src/features/ideas/series-summary/cards.ts'
import type { SeriesSummary } from '../../../../src/features/ideas/series-summary/domain.ts'
import { tallySteps } from '../../../../src/features/ideas/summary/counts.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { DAY } from '../../../../src/kernel/time/clock.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { STEP, votesOf } from './summary.ts'

const FIRST = 1_809_000_000_000

export function seriesSummarySamples(words: Words, said: Said) {
  const day = (n: number) => ({ id: `w${n}`, title: '', startsAt: FIRST + n * DAY, endsAt: FIRST + n * DAY })
  const steps = (['kept', 'promised', 'late'] as const).map(
    state => ({ ...STEP, id: state, text: said('Un badge'), state }) as const,
  )
  const summed: SeriesSummary = {
    id: 's1',
    title: said('Cinq journées pour faire équipe'),
    days: [
      { ...day(1), state: 'summarised', present: 118, ideas: 42, next: said('Trois essais') },
      { ...day(2), state: 'summarised', ideas: 12, next: '' },
      { ...day(3), state: 'missing' },
      { ...day(4), state: 'cancelled' },
      { ...day(5), state: 'ahead' },
    ],
    people: { distinct: 112, present: 118 },
    registered: 130,
    tally: {
      count: 54,
      answered: 12,
      axes: [
        { axis: 'equipe', count: 51 },
        { axis: '', count: 3 },
      ],
      tables: [],
    },
    top: [],
    votes: votesOf(said),
    steps,
    stepTally: tallySteps(steps),
  }
  const { people: _, ...unkept } = summed
  const context = { words, programme }
  const none = { count: 0, answered: 0, axes: [], tables: [] }
  return {
    'ideas/series-summary/sheet': [
      seriesSummaryCard(context, summed, FIRST + 9 * DAY),
      seriesSummaryCard(
        context,
        { ...unkept, tally: none, votes: [], steps: [], stepTally: tallySteps([]) },
        FIRST,
      ),
    ],
  } satisfies Samples<SeriesSummaryCard>
}
