import { type LookInCard, lookInCard } from '../../../../src/features/trials/look-ins/cards.ts'
import { type NumberDueCard, numberDueCard } from '../../../../src/features/trials/look-ins/number-cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import type { Said, Samples } from '../../sample.ts'

const TOLD = { id: 'm1', round: 1 }

export function trialLookInsSamples(words: Words, said: Said) {
  const ask = (id: string, text: string) =>
    ({ id, kind: 'question', better: 'up', text: said(text) }) as const
  const number = (id: string, text: string) =>
    ({ id, kind: 'number', better: 'down', unit: 'min', text: said(text) }) as const
  const clear = ask('q1', 'Les courriers sont-ils plus clairs pour les familles ?')
  const trial = { id: 't1', initiative: 'i1', title: said('Relire nos courriers à deux'), measures: [clear] }
  const time = ask('q2', 'Trouvez-vous le temps de relire ?')
  const eased = ask(
    'q3',
    'L’accueil de nos établissements en est-il plus simple, au téléphone comme au guichet ?',
  )
  const three = { ...trial, measures: [clear, time, eased] }
  const closesAt = Date.UTC(2027, 3, 18, 22)
  const round = { id: 'r1', trial: 't1', number: 8, opensAt: 0, closesAt, closed: false }
  const open = { round, asked: true, answered: false }
  const numbers = [number('n1', 'Attente au guichet, un mardi matin, entre neuf heures et onze heures')]
  return {
    'trials/look-ins/question': [
      lookInCard(words, trial, open, { message: TOLD }),
      lookInCard(words, three, open, { message: TOLD, typed: { step0: '4' } }),
      lookInCard(words, trial, { ...open, answered: true }, { message: TOLD }),
      lookInCard(words, trial, { ...open, asked: false }),
      lookInCard(words, trial, { asked: false, answered: false }, { message: TOLD }),
    ],
    'trials/look-ins/number': [
      numberDueCard(words, trial, numbers, TOLD),
      numberDueCard(words, trial, [...numbers, number('n2', 'Appels')], TOLD),
      numberDueCard(words, trial, [], TOLD),
    ],
  } satisfies Samples<LookInCard | NumberDueCard>
}
