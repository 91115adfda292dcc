import { foundPart } from '../../../src/features/asking/index.ts'
import { type ContactsCard, contactsCard } from '../../../src/features/utterances/distress/cards.ts'
import {
  offerCard,
  rewriteCard,
  type UtteranceOfferCard,
  type UtteranceRewriteCard,
} from '../../../src/features/utterances/utterance/cards.ts'
import {
  greetingCard,
  relatedCard,
  type UtteranceRowsCard,
} from '../../../src/features/utterances/utterance/list-cards.ts'
import type { Words } from '../../../src/i18n/words.ts'
import { programme } from '../../support/programme/programme.ts'
import type { Said, Samples } from '../sample.ts'
import { askedAnswer, askedWritten } from './asking.ts'

const AT = Date.UTC(2027, 3, 22, 9)
const CONTACTS = [
  { label: { fr: 'Prévention du suicide', en: 'Suicide prevention' }, phone: '3114' },
  {
    label: { fr: 'Écoute et signalement, ressources humaines', en: 'Listening and reporting' },
    phone: '05 61 00 00 00',
    address: 'ecoute@exemple.fr',
  },
]

/** What answers a question, with a row of each kind. */
function answersIn(words: Words, said: Said, written?: ReturnType<typeof askedWritten>) {
  const again = (further: object) => ({ verb: 'utterances.show', data: { utterance: 'u', ...further } })
  return foundPart(words, programme, askedAnswer(said), again, written).answers
}

export function utteranceSamples(words: Words, said: Said) {
  const text = said('on pourrait mettre un composteur derrière la cuisine, on jette des kilos d’épluchures')
  const utterance = { id: 'u', person: 'camille', text, at: AT, expiresAt: AT + 23 * 3_600_000 }
  const offer = {
    utterance,
    contacts: [],
    answers: [],
    commands: [],
    axis: 'transitions',
    horizon: 'fin juin 2027',
  }
  const near = { id: 'i', text: said('Un composteur par lycée, derrière la cuisine') }
  const things = [
    { kind: 'offer', id: 'w', title: said('Le lycée de demain'), at: AT },
    { kind: 'ballot', id: 'b', title: said('Quelle idée essayer d’abord ?'), at: AT },
    { kind: 'commitment', id: 'c', title: said('Relire mes courriers'), horizon: '2027-04-30' },
  ] as const
  return {
    'utterances/utterance/offer': [
      offerCard(words, programme, { ...offer, kind: 'proposal', near }),
      offerCard(words, programme, { ...offer, kind: 'commitment', axis: '', commands: ['ateliers'] }),
      offerCard(words, programme, { ...offer, kind: 'question', questions: 'b', commands: ['voter'] }),
      offerCard(words, programme, { ...offer, kind: 'question', answers: answersIn(words, said) }),
      offerCard(words, programme, {
        ...offer,
        kind: 'question',
        answers: answersIn(words, said, askedWritten(said)),
      }),
      offerCard(words, programme, {
        ...offer,
        kind: 'question',
        answers: answersIn(words, said).map(answer => ({ ...answer, rows: [] })),
        questions: 'b',
        commands: ['voter'],
      }),
      offerCard(words, programme, { ...offer, kind: 'discontent', axis: '' }),
      offerCard(words, programme, { ...offer, kind: 'sentence', contacts: CONTACTS }),
    ],
    'utterances/utterance/rewrite': [rewriteCard(words, utterance)],
    'utterances/distress/contacts': [contactsCard(words, CONTACTS), contactsCard(words, [])],
    'utterances/utterance/rows': [
      greetingCard(words, said('Camille Martin'), things, ['ateliers', 'idee', 'aide']),
      greetingCard(words, said('Camille Martin'), [], ['aide']),
      greetingCard(
        words,
        said('Nadia Ferrer'),
        [
          { kind: 'workshop', id: 'w', title: said('Le lycée de demain'), at: AT },
          { kind: 'idea', id: 'i', title: text },
        ],
        ['aide'],
      ),
      relatedCard(words, utterance, [
        { kind: 'idea', id: 'i', title: text },
        { kind: 'workshop', id: 'w', title: said('Le lycée de demain') },
        { kind: 'ballot', id: 'b', title: said('Quelle idée essayer d’abord ?') },
      ]),
      relatedCard(words, utterance, []),
    ],
  } satisfies Samples<UtteranceOfferCard | UtteranceRewriteCard | ContactsCard | UtteranceRowsCard>
}
