import { foot } from '../../../src/features/messages/index.ts'
import {
  assignCard,
  declinedCard,
  type StepAssignCard,
} from '../../../src/features/next-steps/assignment/cards.ts'
import { newsText } from '../../../src/features/next-steps/clock/cards.ts'
import { type StepCard, stepCard } from '../../../src/features/next-steps/step/cards.ts'
import {
  dropCard,
  moveCard,
  type StepEditCard,
  type StepFormCard,
  stepFormCard,
} from '../../../src/features/next-steps/step/form-cards.ts'
import {
  ownStepsCard,
  type StepListCard,
  stepsOnCard,
} from '../../../src/features/next-steps/step/list-cards.ts'
import type { NextStepSeen } from '../../../src/features/next-steps/step/seen.ts'
import type { Words } from '../../../src/i18n/words.ts'
import { dayAfter } from '../../../src/kernel/time/time-zone.ts'
import { programme } from '../../support/programme/programme.ts'
import type { Said, Samples } from '../sample.ts'

const workdays = { after: (day: string) => dayAfter(day), before: (day: string) => dayAfter(day, -1) }
const days = { today: '2027-04-22', last: '2027-12-31', workdays }

function steps(said: Said) {
  const mine: NextStepSeen = {
    id: 's1',
    subject: { kind: 'idea', id: 'i1' },
    title: said('Un carnet de passation d’une page pour chaque poste'),
    standing: 'open',
    text: said('Essayer le carnet dans trois services'),
    due: '2027-05-28',
    firstDue: '2027-05-28',
    direction: 'lycees',
    state: 'promised',
    late: false,
    mine: true,
    written: false,
    askedOfMe: false,
    named: false,
    holderName: said('Karim Benali'),
    askedName: '',
    askerName: said('Nadia Ferrer'),
    mayTend: true,
    mayAsk: false,
    mayGiveBack: true,
  }
  const { direction: _, ...lab } = mine
  const written = { ...mine, mine: false, written: true, mayGiveBack: false, askerName: '' }
  const asked: NextStepSeen = {
    ...mine,
    state: 'proposed',
    mine: false,
    askedOfMe: true,
    mayTend: false,
    mayGiveBack: false,
    holderName: '',
  }
  return {
    mine,
    asked,
    named: { ...mine, named: true },
    late: { ...mine, late: true, firstDue: '2027-05-14' },
    proposed: { ...written, state: 'proposed', holderName: '', mayAsk: true },
    waiting: { ...written, state: 'proposed', holderName: '', askedName: said('Aline Roux') },
    kept: { ...mine, state: 'kept', mayTend: false, mayGiveBack: false, undoUntil: Date.UTC(2027, 3, 22, 9) },
    dropped: {
      ...lab,
      state: 'dropped',
      mayTend: false,
      mayGiveBack: false,
      word: said('Le budget est gelé'),
    },
    lost: { ...mine, title: '', standing: 'gone' },
    joined: { ...mine, standing: 'merged', mine: false, holderName: '' },
  } satisfies Record<string, NextStepSeen>
}

export function stepSamples(words: Words, said: Said) {
  const context = { words, programme }
  const each = steps(said)
  const { mine, asked, late, proposed } = each
  const message = { id: 'm1', round: 1 }
  const news = [
    [asked, { news: 'asked' }],
    [proposed, { news: 'back' }],
    [late, { news: 'late', due: late.due, recalled: '2027-06-04' }],
    [late, { news: 'recall', due: late.due }],
  ] as const
  const subject = { kind: 'idea', id: 'i1', title: mine.title, forInitiative: false } as const
  const trial = { kind: 'trial', id: 't1', title: mine.title, forInitiative: true } as const
  const draft = { text: mine.text, due: '', named: 'off', nonce: 'nonce-of-a-form' }
  const people = [
    { id: 'p1', name: said('Aline Roux') },
    { id: 'p2', name: said('Basile Petit') },
  ]
  const onIdea = { subject: mine.subject, title: mine.title, mayWrite: true }
  return {
    'next-steps/step/step': [
      stepCard(context, mine, { foot: [], told: '', recalled: 'vendredi 4 juin' }),
      ...Object.values(each).map(step => stepCard(context, step)),
      ...news.map(([step, subject]) =>
        stepCard(context, step, { told: newsText(context, step, subject), ...foot(words, message) }),
      ),
      declinedCard(words),
    ],
    'next-steps/step/form': [
      stepFormCard(words, subject, days, draft),
      stepFormCard(words, trial, days, draft),
    ],
    'next-steps/assignment/assign': [
      assignCard(words, proposed, '', []),
      assignCard(words, proposed, said('zz'), []),
      assignCard(words, proposed, 'a', people),
    ],
    'next-steps/step/edit': [
      moveCard(words, mine, days),
      dropCard(words, mine, said('Le budget est gelé')),
      dropCard(words, proposed),
    ],
    'next-steps/step/list': [
      stepsOnCard(context, { ...onIdea, steps: [] }),
      stepsOnCard(context, { ...onIdea, steps: Object.values(each) }),
      stepsOnCard(context, {
        ...onIdea,
        subject: { kind: 'trial', id: 't1' },
        steps: [{ ...mine, forInitiative: true }],
      }),
      ownStepsCard(context, { items: [] }),
      ownStepsCard(context, { items: [mine, asked], next: '2027-05-28~s1' }),
    ],
  } satisfies Samples<StepCard | StepFormCard | StepAssignCard | StepEditCard | StepListCard>
}
