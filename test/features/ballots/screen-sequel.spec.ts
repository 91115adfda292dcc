import { equal } from 'node:assert/strict'
import type { Sequel } from '../../../src/features/ballots/ballot/sequel.ts'
import { sequelSentence } from '../../../src/features/ballots/room-vote/screen-cards.ts'
import { wordsIn } from '../../../src/i18n/words.ts'

const words = wordsIn('fr', 'Europe/Paris')
const sentenceOf = (follows: Sequel) => sequelSentence(words, { follows })

describe('what follows a vote, on the screen of the room', () => {
  it('is one sentence that says by itself that it is what follows', () => {
    const step = { id: 's', text: 'Essayer un banc', due: '2027-06-15', firstDue: '2027-06-15' }
    equal(
      sentenceOf({ kind: 'steps', steps: [{ ...step, state: 'promised' }] }),
      'Suite\u00A0: Essayer un banc',
    )
    const due = { kind: 'awaited', due: '2027-06-10' } as const
    equal(sentenceOf({ ...due, late: false }), 'La suite sera dite avant le jeudi 10\u00A0juin.')
    equal(sentenceOf({ ...due, late: true }), 'La suite devait être dite avant le jeudi 10\u00A0juin.')
    equal(sentenceOf({ kind: 'none', word: 'Déjà fait' }), 'Sans suite\u00A0: Déjà fait')
  })

  it('is nothing before a vote has closed', () => {
    equal(sequelSentence(words, {}), '')
  })
})
