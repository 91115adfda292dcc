import {
  type CommitmentListCard,
  type CommitmentSheetCard,
  commitmentCard,
  listCard,
} from '../../../../src/features/commitments/commitment/cards.ts'
import {
  type CommitmentFormCard,
  changeCard,
  formCard,
} from '../../../../src/features/commitments/commitment/form-cards.ts'
import type { Commitment } from '../../../../src/features/commitments/index.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'

export const REVIEW = 'Relire chaque mois un courrier type avec deux usagers de l’accueil.'

export function commitment(said: Said): Commitment {
  return {
    id: 'e1',
    person: 'p1',
    axis: 'usager',
    text: said(REVIEW),
    horizon: '2027-06-30',
    visibility: 'me',
    state: 'taken',
    notes: 0,
    at: 0,
  }
}

export const NOTED = Date.parse('2027-05-12T10:00:00Z')

export function commitments(said: Said) {
  const taken = commitment(said)
  const kept: Commitment = {
    ...taken,
    state: 'kept',
    visibility: 'direction',
    horizon: '2027-06-15',
    endedAt: 1,
  }
  const letGo: Commitment = { ...taken, state: 'let-go', visibility: 'everyone', axis: 'equipe', endedAt: 1 }
  const note = said('Premier courrier relu : il tient maintenant sur une page.')
  const underway: Commitment = {
    ...taken,
    visibility: 'everyone',
    notes: 2,
    lastNote: { text: note, at: NOTED },
  }
  return { taken, kept, letGo, underway, note }
}

export function commitmentSamples(words: Words, said: Said) {
  const { taken, kept, letGo, underway } = commitments(said)
  const standing = { direction: 'lycees', undoUntil: NOTED }
  const told = {
    id: 's1',
    direction: 'lycees',
    text: said(REVIEW),
    named: false,
    turn: 0,
    at: NOTED,
  } as const
  const context = { nonce: 'n1', today: '2027-04-22', direction: 'lycees' }
  const draft = {
    axis: 'usager',
    text: said(REVIEW),
    horizon: '2027-06-30',
    visibility: 'direction',
    idea: 'i1',
  } as const
  const full = {
    items: [taken, { ...underway, axis: 'territoires' }, { ...taken, axis: 'equipe' }],
    next: 'e1',
    silent: ['transitions'],
  }
  return {
    'commitments/commitment/form': [
      formCard(words, programme, context, draft),
      formCard(words, programme, { ...context, direction: undefined }),
      formCard(words, programme, context, { axis: 'usager', text: said(REVIEW), inspired: 'e2' }),
      changeCard(words, programme, context, taken),
      changeCard(words, programme, context, { ...kept, visibility: 'me' }, { visibility: 'direction' }),
      changeCard(words, programme, context, letGo),
    ],
    'commitments/commitment/sheet': [
      commitmentCard(words, programme, taken),
      commitmentCard(words, programme, underway),
      commitmentCard(words, programme, { ...kept, rewordedAt: NOTED }),
      commitmentCard(words, programme, kept, { direction: 'lycees', shared: true }),
      commitmentCard(words, programme, { ...kept, visibility: 'me', notes: 2 }, standing),
      commitmentCard(words, programme, letGo, standing),
      commitmentCard(words, programme, { ...kept, visibility: 'me' }, { ...standing, tellable: true }),
      commitmentCard(words, programme, { ...kept, story: { ...told, state: 'told' } }, standing),
      commitmentCard(words, programme, {
        ...kept,
        visibility: 'me',
        story: { ...told, state: 'published', publishedAt: NOTED },
      }),
    ],
    'commitments/commitment/list': [
      listCard(words, programme, full, true),
      listCard(words, programme, { items: [kept, letGo], silent: [] }, true),
      listCard(words, programme, { items: [], silent: programme.axes.map(axis => axis.id) }, false),
    ],
  } satisfies Samples<CommitmentFormCard | CommitmentListCard | CommitmentSheetCard>
}
