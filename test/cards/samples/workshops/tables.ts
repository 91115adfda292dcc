import {
  type FacilitatingCard,
  facilitatingCard,
} from '../../../../src/features/workshops/tables/facilitator-cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { workshop } from './workshop.ts'

export function workshopTablesSamples(words: Words, said: Said) {
  const voice = { words, programme }
  const one = workshop(said)
  return {
    'workshops/tables/facilitating': [facilitatingCard(voice, one, { id: 'm1', round: 1 })],
  } satisfies Samples<FacilitatingCard>
}
