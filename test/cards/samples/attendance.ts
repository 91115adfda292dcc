import {
  type EntryCard,
  entryCard,
  type LettersCard,
  lettersCard,
} from '../../../src/features/attendance/cards.ts'
import type { Words } from '../../../src/i18n/words.ts'
import { programme } from '../../support/programme/programme.ts'
import type { Said, Samples } from '../sample.ts'
import { workshop } from './workshops/workshop.ts'

export function attendanceSamples(words: Words, said: Said) {
  const voice = { words, programme }
  const one = workshop(said)
  const at = one.startsAt
  const checkIn = { workshop: one.id, person: 'p1', at, how: 'code', by: 'p1', beyond: false } as const
  return {
    'attendance/entry': [
      entryCard(voice, { workshop: one, checkIn, again: false }, 'BCDFGH', at),
      entryCard(voice, { workshop: one, checkIn, again: true }, 'BCDFGH', at - 1),
      entryCard(voice, { workshop: one, seatLeft: true }, 'BCDFGH', at),
      entryCard(voice, { workshop: one, seatLeft: false }, 'BCDFGH', at),
    ],
    'attendance/form': [lettersCard(words), lettersCard(words, said('BCD FGH'))],
  } satisfies Samples<EntryCard | LettersCard>
}
