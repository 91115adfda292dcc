import {
  correctButton,
  followButton,
  type SummaryCard,
  summaryCard,
  summaryForm,
  summaryPreview,
} from '../../../../src/features/ideas/summary/cards.ts'
import type { SummarySeen } from '../../../../src/features/ideas/summary/domain.ts'
import type { WorkshopVote } from '../../../../src/features/ideas/summary/vote.ts'
import { foot } from '../../../../src/features/messages/index.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { ideas, LONG } from './idea.ts'

export const STEP = {
  id: 's1',
  text: '',
  due: '2027-06-01',
  firstDue: '2027-05-18',
  by: 'Direction des lycées',
  subject: { kind: 'summary', id: 'w1' },
} as const
const NEXT =
  'Trois essais dès septembre, à Narbonne et à Foix. On se retrouve en octobre pour dire ce qui a marché.'
const VOTE = { kind: 'dots', secret: false, closesAt: 1_809_000_000_000 } as const

/** The room's vote, then those of its tables, more than a card has room for. */
export function votesOf(said: Said): readonly WorkshopVote[] {
  const question = said('Quelles idées essayer d’abord ?')
  const [first, second] = [said('Un numéro direct pour les lycées'), said('Un badge unique')]
  const room = { ...VOTE, id: 'b1', question, votes: 118 }
  const won = { title: first, votes: 57, idea: 'i1' }
  return [
    { ...room, outcome: 'won', winners: [won], follows: { by: '2027-06-18', late: false } },
    {
      ...room,
      id: 'b2',
      outcome: 'tie',
      winners: [won, { title: second, votes: 57 }],
      follows: { none: true },
    },
    { ...room, id: 'b3', kind: 'single', secret: true, outcome: 'few', winners: [], votes: 0 },
    { ...room, id: 'b4', outcome: 'open', winners: [], votes: 0 },
    ...['1', '2', '10'].map(
      table =>
        ({
          ...VOTE,
          id: `t${table}`,
          question: said(`Table ${table} : quelles idées essayer d’abord ?`),
          table,
          votes: 6,
          outcome: 'won',
          winners: [{ title: said(LONG.slice(0, 120)), votes: 8 }],
          follows: { none: true, word: said('trop peu de voix') },
        }) as const,
    ),
  ]
}

export function ideaSummarySamples(words: Words, said: Said) {
  const { idea, fresh } = ideas(said)
  const gathering = { id: 'w1', title: said('Le lycée, demain'), axis: 'equipe', series: '', startsAt: 0 }
  const workshop = gathering as unknown as SummarySeen['workshop']
  const written = { workshop: 'w1', next: said(NEXT), by: 'p1', at: idea.at, turn: 1 }
  const summed = {
    workshop,
    count: 42,
    answered: 12,
    axes: [
      { axis: 'usager', count: 12 },
      { axis: 'equipe', count: 27 },
      { axis: '', count: 3 },
    ],
    tables: [{ table: '1', count: 12 }],
    presence: { present: 118, registered: 130, directions: [], final: false },
    votes: votesOf(said),
    top: [{ ...idea, text: said(LONG.slice(0, 280)) }, idea, { ...idea, supports: 1, directions: 1 }],
    summary: written,
    steps: [
      { ...STEP, text: said(LONG.slice(0, 200)), state: 'late' },
      { ...STEP, id: 's2', text: said('Un compte rendu à chaque table'), state: 'kept' },
      ...[3, 4, 5, 6, 7, 8].map(
        n => ({ ...STEP, id: `s${n}`, text: said(LONG.slice(0, 200)), state: 'promised' }) as const,
      ),
    ] as const,
  }
  const { summary: _, ...unpublished } = summed
  const bare = {
    ...unpublished,
    votes: [],
    steps: [],
    axes: [],
    presence: { registered: 12, directions: [], final: true },
  }
  const context = { words, programme }
  return {
    'ideas/summary/sheet': [
      summaryCard(context, summed, { ...foot(words, { id: 'm1', round: 1 }) }),
      summaryCard(context, summed),
      summaryCard(
        context,
        { ...summed, summary: { ...written, turn: 2 } },
        {
          foot: [],
          buttons: [correctButton(words, 'w1'), followButton(words, summed)],
        },
      ),
      summaryCard(context, { ...bare, count: 0, top: [], summary: { ...written, next: '' } }),
      summaryPreview(context, summed, said(NEXT)),
      summaryPreview(context, { ...bare, count: 2, top: [idea, fresh] }, said(LONG.slice(0, 280))),
    ],
    'ideas/summary/form': [summaryForm(words, { workshop }, ''), summaryForm(words, summed, said(LONG))],
  } satisfies Samples<SummaryCard>
}
