import { type VisitCard, visitCard } from '../../../../src/features/workshops/attendees/cards.ts'
import type { Visit } from '../../../../src/features/workshops/attendees/domain.ts'
import { type NeedsCard, needsCard } from '../../../../src/features/workshops/attendees/needs-cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { workshop } from './workshop.ts'

const NEED = 'Une rampe, et un repas sans lactose'

export function workshopAttendeesSamples(words: Words, said: Said) {
  const voice = { words, programme }
  const one = workshop(said)
  const visit: Visit = { workshop: { ...one, mine: 'yes' }, shown: false, names: [], need: '' }
  return {
    'workshops/attendees/visit': [
      visitCard(voice, { ...visit, names: ['Camille Martin', 'Karim Benali', 'Nadia Ferrer'].map(said) }),
      visitCard(voice, {
        ...visit,
        workshop: { ...one, mine: 'no' },
        shown: true,
        next: 'p9',
        need: said(NEED),
      }),
      visitCard(voice, { ...visit, workshop: { ...one, mine: 'yes', stage: 'over' } }),
      visitCard(voice, { ...visit, table: 4 }, 'p9'),
      visitCard(voice, visit),
    ],
    'workshops/attendees/needs': [needsCard(voice, one, ''), needsCard(voice, one, said(NEED))],
  } satisfies Samples<NeedsCard | VisitCard>
}
