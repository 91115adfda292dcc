import {
  type BroadcastHourCard,
  hourCard,
  hourFields,
} from '../../../../src/features/broadcasts/planning/form-cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import type { Samples } from '../../sample.ts'

export function broadcastPlanningSamples(words: Words) {
  const fields = hourFields(Date.UTC(2027, 3, 26, 7), words.zone)
  return {
    'broadcasts/planning/form': [
      hourCard(words, { broadcast: 'c1', version: 1, fields }),
      hourCard(words, { broadcast: 'c1', version: 2, fields: hourFields(undefined, words.zone) }),
    ],
  } satisfies Samples<BroadcastHourCard>
}
