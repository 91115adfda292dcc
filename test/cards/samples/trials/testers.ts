import { type TrialNoteCard, trialNoteForm } from '../../../../src/features/trials/testers/cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { trials } from './card.ts'

export function trialTestersSamples(words: Words, said: Said) {
  const { trying } = trials(said)
  return {
    'trials/testers/note': [
      trialNoteForm({ words, programme }, trying, {
        text: said('Le carnet a tenu sur une page.'),
        nonce: 'n1',
      }),
    ],
  } satisfies Samples<TrialNoteCard>
}
