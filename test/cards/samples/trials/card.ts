import { type TrialCard, trialCard } from '../../../../src/features/trials/card/cards.ts'
import type {
  NumberMeasure,
  QuestionMeasure,
  TrialOnCard,
} from '../../../../src/features/trials/card/domain.ts'
import type { TrialEnding } from '../../../../src/features/trials/trial/domain.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { rounded } from '../../../../src/kernel/personal-data/counts.ts'
import { cleanLine } from '../../../../src/kernel/text/text.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'

function measuresOf(said: Said) {
  const delay: NumberMeasure = {
    id: 'm1',
    kind: 'number',
    text: cleanLine(said('Délai d’une prise de poste')),
    unit: said('jours'),
    better: 'down',
  }
  const useful: QuestionMeasure = {
    id: 'm2',
    kind: 'question',
    text: cleanLine(said('Le carnet vous fait-il gagner du temps ?')),
    better: 'up',
  }
  const calls: NumberMeasure = {
    id: 'm3',
    kind: 'number',
    text: cleanLine(said('Part des appels qui trouvent une réponse du premier coup')),
    unit: '%',
    better: 'up',
  }
  return { delay, useful, calls, unheard: { ...useful, id: 'm4' } }
}

const NUMBERS = [
  { day: '2027-04-26', value: 31.5, start: true },
  { day: '2027-05-10', value: 27 },
  { day: '2027-05-24', value: 1200 },
] as const
const ROUNDS = [
  { day: '2027-05-02', said: 2.5, answers: rounded(10), start: true },
  { day: '2027-05-22', said: 4.5, answers: rounded(15) },
] as const

const NAMES = ['Nadia Ferrer', 'Ines Duval', 'Ahmed Saïdi', 'Sophie Lannes', 'Karim Benali', 'Lise Roux']
const NOTES = ['Le carnet a tenu sur une page.', 'Il manque qui appeler le vendredi.', 'Rien de neuf.']

export function trials(said: Said) {
  const { delay, useful, calls, unheard } = measuresOf(said)
  const trial: TrialOnCard = {
    id: 't1',
    initiative: 'i1',
    title: said('Le carnet de passation'),
    axis: 'equipe',
    number: 1,
    turn: 1,
    at: Date.parse('2027-04-22T08:00:00Z'),
    standing: 'running',
    rhythm: 'fortnightly',
    hypothesis: {
      ifWe: said('remettons un carnet d’une page à chaque départ'),
      expected: said('la personne qui arrive est à l’aise deux semaines plus tôt'),
    },
    change: '',
    directions: ['lycees', 'culture'],
    site: said('Lycée Bellevue, Rodez'),
    from: '2027-05-03',
    until: '2027-06-12',
    measures: [delay, useful],
    numbers: new Map([['m1', NUMBERS]]),
    rounds: new Map([['m2', ROUNDS]]),
    testers: 12,
    names: NAMES.map(name => said(name)),
    trying: false,
    mayTry: true,
    mine: false,
    mayType: false,
    mayDecide: false,
    notes: [],
  }
  const notes = NOTES.map((text, at) => ({
    id: `n${at}`,
    name: said('Nadia Ferrer'),
    text: said(text),
    at: Date.parse('2027-05-20T08:00:00Z') - at,
  }))
  const trying: TrialOnCard = { ...trial, trying: true, notes }
  const planned: TrialOnCard = {
    ...trial,
    standing: 'planned',
    number: 2,
    change: said('le carnet passe à deux pages'),
    directions: ['lycees', 'culture', 'numerique', 'finances'],
    site: '',
    testers: 0,
    names: [],
    measures: [calls, unheard],
  }
  const typing: TrialOnCard = {
    ...trying,
    mayType: true,
    standing: 'due',
    measures: [delay, calls, unheard],
  }
  const ending: TrialEnding = {
    kind: 'generalise',
    on: '2027-06-12',
    why: said('Le délai a baissé, et les équipes le demandent.'),
    learnt: said('Une page suffit ; le remplir avec la personne qui part compte plus que le modèle.'),
    directions: ['lycees', 'culture', 'numerique'],
    at: Date.parse('2027-06-12T08:00:00Z'),
  }
  const decided: TrialOnCard = { ...trial, standing: 'decided', ending }
  const stopped: TrialOnCard = { ...decided, ending: { ...ending, kind: 'stop', directions: [] } }
  return { trial, trying, planned, typing, decided, stopped, delay, calls }
}

export function trialSamples(words: Words, said: Said) {
  const { trial, trying, planned, typing, decided, stopped, delay } = trials(said)
  const context = { words, programme }
  const { axis: _, ...plain } = planned
  const small: TrialOnCard = {
    ...plain,
    directions: [],
    site: trial.site,
    testers: 1,
    names: trial.names.slice(0, 1),
    measures: [delay],
    mayType: true,
  }
  return {
    'trials/card/sheet': [
      trialCard(context, trial),
      trialCard(context, trying),
      trialCard(context, planned),
      trialCard(context, small),
      trialCard(context, typing),
      trialCard(context, decided),
      trialCard(context, { ...stopped, mayTry: false }),
    ],
  } satisfies Samples<TrialCard>
}
