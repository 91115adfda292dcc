import {
  type AskingAnswerCard,
  type AskingFormCard,
  answerCard,
  askingFormCard,
} from '../../../src/features/asking/cards.ts'
import type { Answer, WrittenAnswer } from '../../../src/features/asking/domain.ts'
import type { Words } from '../../../src/i18n/words.ts'
import { programme } from '../../support/programme/programme.ts'
import type { Said, Samples } from '../sample.ts'
import { HANDOVER, ideas, LONG } from './ideas/idea.ts'

const AT = Date.UTC(2027, 3, 22, 9)
const DAY = 86_400_000
const TELEWORK = 'Ouvrir les maisons de Région aux agents en télétravail'

/** An answer with rows of several kinds, a word that nothing holds, and more to see. */
export function askedAnswer(said: Said): Answer {
  const { idea } = ideas(said)
  const retained = { ...idea, id: 'i1', text: said(TELEWORK), state: 'retained', axis: 'equipe' } as const
  return {
    question: { group: 'retained', axis: 'equipe', terms: [] },
    rows: [
      { kind: 'idea', idea: retained },
      { kind: 'idea', idea: { ...retained, id: 'i2', text: said(LONG) } },
      { kind: 'idea', idea: { ...retained, id: 'i3', text: said(HANDOVER), state: 'initiative' } },
    ],
    skip: 0,
    loosened: [],
    count: 7,
    more: false,
    words: [said('télétravail')],
    missing: [said('tiers-lieu')],
  }
}

/** Two sentences of a model upon that answer, one of them to be checked first. */
export function askedWritten(said: Said): WrittenAnswer {
  const ideas = askedAnswer(said).rows.flatMap(row => (row.kind === 'idea' ? [row.idea] : []))
  return {
    name: said('Albert, opéré par la DINUM'),
    sentences: [
      {
        text: said(
          'Les maisons de Région pourraient accueillir les agents en télétravail, près de chez eux.',
        ),
        doubtful: false,
        ideas: ideas.slice(0, 2),
      },
      { text: said('Le passage de relais serait préparé.'), doubtful: true, ideas: ideas.slice(2) },
    ],
  }
}

export function askingSamples(words: Words, said: Said) {
  const text = said('Quelles idées sur le télétravail sont retenues, axe « Faire équipe » ?')
  const card = (answer: Answer, acts = true, written?: WrittenAnswer) =>
    answerCard(words, programme, answer, { text, acts, written })
  const found = askedAnswer(said)
  const none = { ...found, rows: [], count: 0, words: [] }
  const period = { name: 'month', from: AT - 22 * DAY, until: AT } as const
  return {
    'asking/answer': [
      card(found),
      card(found, true, askedWritten(said)),
      card({
        ...found,
        question: { terms: [] },
        rows: [
          ...found.rows.slice(0, 1),
          { kind: 'workshop', id: 'w', title: said('Le lycée de demain'), at: AT },
          { kind: 'ballot', id: 'b', title: said('Quelle idée essayer d’abord ?'), at: AT, ended: false },
          { kind: 'ballot', id: 'd', title: said('Par quoi commencer ?'), at: AT, ended: true },
        ],
        missing: [],
        more: true,
        count: 200,
      }),
      card({
        ...none,
        question: { direction: 'lycees', period, mine: true, terms: [] },
      }),
      card(
        {
          ...none,
          question: { group: 'waiting', period: { ...period, name: 'week' }, terms: [] },
          missing: [],
        },
        false,
      ),
      card({
        ...found,
        question: { kind: 'initiative', direction: 'ressources-humaines', terms: [] },
        rows: [{ kind: 'initiative', id: 'i', title: said('Relire nos courriers, à deux'), axis: 'usager' }],
        count: 1,
        missing: [],
      }),
      card({
        ...found,
        question: { kind: 'commitment', terms: [] },
        rows: [
          {
            kind: 'commitment',
            id: 'c',
            title: said('Relire un courrier par mois'),
            axis: 'usager',
            mine: true,
          },
          {
            kind: 'commitment',
            id: 'd',
            title: said('Relire mes courriels avant de les envoyer'),
            axis: 'usager',
            mine: false,
          },
        ],
        count: 2,
        missing: [],
      }),
    ],
    'asking/form': [
      askingFormCard(words, ''),
      askingFormCard(words, text, said('Albert, opéré par la DINUM')),
    ],
  } satisfies Samples<AskingAnswerCard | AskingFormCard>
}
