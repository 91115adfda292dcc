import {
  type NoteFormCard,
  type NotesCard,
  noteFormCard,
  notesCard,
} from '../../../../src/features/commitments/notes/cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { commitments, NOTED } from './commitment.ts'

export function commitmentNotesSamples(words: Words, said: Said) {
  const { taken, letGo, underway, note } = commitments(said)
  const notes = [
    { id: 'n2', text: note, at: NOTED },
    { id: 'n1', text: said('Deux usagers d’accord pour relire.'), at: Date.parse('2027-05-03T10:00:00Z') },
  ]
  return {
    'commitments/notes/form': [
      noteFormCard(words, programme, taken, { nonce: 'n1' }),
      noteFormCard(words, programme, letGo, { nonce: 'n1', text: note }),
    ],
    'commitments/notes/list': [
      notesCard(words, programme, underway, { items: notes, next: '1-n1' }),
      notesCard(words, programme, letGo, { items: notes }),
    ],
  } satisfies Samples<NoteFormCard | NotesCard>
}
