import { type ReadingFormCard, readingForm } from '../../../../src/features/trials/measures/cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { trials } from './card.ts'

export function trialMeasuresSamples(words: Words, said: Said) {
  const { trying, planned, delay, calls } = trials(said)
  const context = { words, programme }
  return {
    'trials/measures/form': [
      readingForm(context, trying, delay, { typed: '' }),
      readingForm(context, planned, { ...calls, unit: '' }, { typed: said('douze') }),
      readingForm(context, trying, delay, { typed: said('1 200 jours'), far: true }),
    ],
  } satisfies Samples<ReadingFormCard>
}
