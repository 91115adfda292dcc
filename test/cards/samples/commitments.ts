import {
  type CommitmentCard,
  commitmentCard,
  formCard,
  listCard,
} from '../../../src/features/commitments/cards.ts'
import type { Commitment } from '../../../src/features/commitments/index.ts'
import type { Words } from '../../../src/i18n/words.ts'
import { programme } from '../../support/programme.ts'
import type { Said, Samples } from '../sample.ts'

const REVIEW = 'Relire chaque mois un courrier type avec deux usagers de l’accueil.'

export function commitmentSamples(words: Words, said: Said) {
  const taken: Commitment = {
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
  const kept: Commitment = {
    ...taken,
    state: 'kept',
    visibility: 'direction',
    horizon: '2027-06-15',
    endedAt: 1,
  }
  const letGo: Commitment = { ...taken, state: 'let-go', visibility: 'everyone', axis: 'equipe', endedAt: 1 }
  const context = { nonce: 'n1', today: '2027-04-22', direction: 'lycees' }
  const draft = {
    axis: 'usager',
    text: said(REVIEW),
    horizon: '2027-06-30',
    visibility: 'direction',
    idea: 'i1',
  } as const
  return {
    'commitments/form': [
      formCard(words, programme, context, draft),
      formCard(words, programme, { ...context, direction: undefined }),
    ],
    'commitments/commitment': [
      commitmentCard(words, programme, taken),
      commitmentCard(words, programme, kept),
      commitmentCard(words, programme, letGo),
    ],
    'commitments/list': [
      listCard(words, programme, {
        items: [taken, { ...taken, axis: 'territoires' }, kept, letGo],
        next: 'e1',
        silent: ['transitions'],
      }),
      listCard(words, programme, { items: [], silent: programme.axes.map(axis => axis.id) }),
    ],
  } satisfies Samples<CommitmentCard>
}
