import {
  type DecisionCard,
  decidedCard,
  goneDecision,
  undecidedCard,
} from '../../../../src/features/trials/decision/cards.ts'
import type { DecidedTrial } from '../../../../src/features/trials/decision/domain.ts'
import { type DecisionFormCard, decisionForm } from '../../../../src/features/trials/decision/form-cards.ts'
import type { InitiativeTrial } from '../../../../src/features/trials/trial/domain.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { cleanLine } from '../../../../src/kernel/text/text.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'

function trialsOf(said: Said) {
  const clean = (text: string) => cleanLine(said(text))
  const trial: InitiativeTrial & { readonly title: string } = {
    id: 't1',
    initiative: 'i1',
    title: said('Le carnet de passation'),
    number: 1,
    turn: 1,
    at: Date.parse('2027-04-22T08:00:00Z'),
    rhythm: 'fortnightly',
    hypothesis: {
      ifWe: said('remettons un carnet d’une page à chaque départ'),
      expected: said('la personne qui arrive est à l’aise deux semaines plus tôt'),
    },
    change: '',
    directions: ['lycees'],
    site: clean('Lycée Bellevue, Rodez'),
    from: '2027-05-03',
    until: '2027-06-12',
    measures: [],
  }
  const ending = {
    kind: 'generalise',
    on: '2027-06-12',
    why: clean('La prise de poste prend dix jours de moins, et personne n’a voulu rendre son carnet.'),
    learnt: clean(
      'Une page suffit, si elle est relue à deux avant le départ. À trois pages, plus personne ne lit.',
    ),
    directions: ['culture', 'mobilites', 'europe'],
    by: 'p1',
    at: Date.parse('2027-06-12T09:00:00Z'),
  } as const
  const generalised: DecidedTrial = { ...trial, ending }
  const stopped: DecidedTrial = {
    ...trial,
    ending: { ...ending, kind: 'stop', on: '2027-05-20', directions: [] },
  }
  const adjusted: DecidedTrial = { ...trial, ending: { ...ending, kind: 'adjust', directions: [] } }
  return { trial, generalised, stopped, adjusted }
}

export function trialDecisionSamples(words: Words, said: Said) {
  const { trial, generalised, stopped, adjusted } = trialsOf(said)
  const context = { words, programme }
  const why = { title: words.say('message.why'), verb: 'messages.why', mode: 'secondary' } as const
  const foot = [{ ...why, data: { message: 'm1', round: 1 } }]
  const step = {
    id: 's1',
    text: said('Imprimer le carnet pour les dix lycées'),
    due: '2027-09-01',
    firstDue: '2027-09-01',
    state: 'promised',
    forInitiative: true,
  } as const
  const none = { next: [], mayFollow: false }
  const fields = { kind: '', why: '', learnt: '', directions: '' }
  const typed = {
    kind: 'generalise',
    why: cleanLine(said('Dix jours de moins')),
    learnt: '',
    directions: 'culture,europe',
  }
  return {
    'trials/decision/decision': [
      decidedCard(context, generalised, none),
      decidedCard(context, generalised, { next: [], mayFollow: true, mayPlan: true }),
      decidedCard(context, generalised, { next: [step], mayFollow: true }),
      decidedCard(context, stopped, { ...none, told: words.say('trial.decision.told'), foot }),
      decidedCard(context, adjusted, { next: [], mayFollow: true, mayPlan: true }),
      undecidedCard(context, trial, { told: words.say('trial.decision.ask'), mayDecide: true, foot }),
      undecidedCard(context, trial, { mayDecide: false }),
      goneDecision(words),
    ],
    'trials/decision/form': [
      decisionForm({ words }, trial, { kinds: ['generalise', 'adjust', 'stop'], fields, programme }),
      decisionForm({ words }, trial, { kinds: ['generalise', 'adjust', 'stop'], fields: typed, programme }),
      decisionForm({ words }, trial, { kinds: ['stop'], fields, programme }),
    ],
  } satisfies Samples<DecisionCard | DecisionFormCard>
}
