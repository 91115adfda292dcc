import {
  correctButton,
  followButton,
  type SummaryCard,
  summaryCard,
  summaryForm,
  summaryPreview,
} from '../../../../src/features/ideas/summary/cards.ts'
import type { SummarySeen } from '../../../../src/features/ideas/summary/domain.ts'
import { foot } from '../../../../src/features/messages/index.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import type { Said, Samples } from '../../sample.ts'
import { ideas, LONG } from './idea.ts'

const STEP = {
  id: 's1',
  text: '',
  due: '2027-06-01',
  firstDue: '2027-05-18',
  by: 'Direction des lycées',
} as const
const NEXT =
  'Trois essais dès septembre, à Narbonne et à Foix. On se retrouve en octobre pour dire ce qui a marché.'

export function ideaSummarySamples(words: Words, said: Said) {
  const { idea, fresh } = ideas(said)
  const gathering = { id: 'w1', title: said('Le lycée, demain'), axis: 'equipe' }
  const seenWorkshop = gathering as unknown as SummarySeen['workshop']
  const written = { workshop: 'w1', next: said(NEXT), by: 'p1', at: idea.at, turn: 1 }
  const summed = {
    workshop: gathering,
    count: 42,
    top: [{ ...idea, text: said(LONG.slice(0, 280)) }, idea, { ...idea, supports: 1, directions: 1 }],
    summary: written,
    steps: [
      { ...STEP, text: said(LONG.slice(0, 200)), state: 'late' },
      { ...STEP, id: 's2', text: said('Un compte rendu à chaque table'), state: 'kept' },
    ] as const,
  }
  return {
    'ideas/summary/sheet': [
      summaryCard(words, summed, { ...foot(words, { id: 'm1', round: 1 }) }),
      summaryCard(words, summed),
      summaryCard(words, summed, {
        foot: [],
        buttons: [correctButton(words, 'w1'), followButton(words, { ...summed, workshop: seenWorkshop })],
      }),
      summaryCard(words, { ...summed, count: 0, top: [], steps: [] }),
      summaryPreview(words, { ...summed, workshop: seenWorkshop }, said(NEXT)),
      summaryPreview(
        words,
        { count: 2, top: [idea, fresh], steps: [], workshop: seenWorkshop },
        said(LONG.slice(0, 280)),
      ),
    ],
    'ideas/summary/form': [
      summaryForm(words, { workshop: gathering }, ''),
      summaryForm(words, summed, said(LONG)),
    ],
  } satisfies Samples<SummaryCard>
}
