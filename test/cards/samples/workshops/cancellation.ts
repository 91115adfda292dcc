import {
  type CallOffCard,
  calledOffCard,
  callOffCard,
  callOffSeriesCard,
} from '../../../../src/features/workshops/cancellation/cards.ts'
import {
  cancelSeriesSureCard,
  cancelSureCard,
} from '../../../../src/features/workshops/cancellation/confirmation-cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { DRAFT, day, FULL, openSeries, series } from './series.ts'

const MESSAGE = { id: 'm1', round: 1 }

export function workshopCancellationSamples(words: Words, said: Said) {
  const off = { stage: 'cancelled', state: 'cancelled', reason: said('La salle est inondée.') } as const
  const later = { stage: 'postponed', state: 'postponed', reason: said('Grève des trains.') } as const
  const voice = { words, programme }
  const open = openSeries(said)
  const eight = series(said, [{}, FULL, off, later, {}, {}, { stage: 'closed' }, DRAFT])
  const reason = said('La salle est inondée.')
  const doomed = { target: { workshop: '', series: 's1' }, reason, seated: 11, waiting: 3, untold: 0 }
  return {
    'workshops/cancellation/form': [
      callOffCard(voice, day(said, 0, {}), { seated: 11, waiting: 3, untold: 2 }),
      callOffCard(
        voice,
        day(said, 0, later),
        { seated: 0, waiting: 0, untold: 0 },
        said('Trop peu de places.'),
      ),
      callOffSeriesCard(voice, open, { seated: 92, waiting: 12, untold: 0 }),
    ],
    'workshops/workshop/sure': [
      cancelSureCard(voice, day(said, 0, {}), { ...doomed, target: { workshop: 'w0', series: '' } }),
      cancelSeriesSureCard(voice, eight, { ...doomed, seated: 0, waiting: 1 }),
    ],
    'workshops/cancellation/called-off': [
      calledOffCard(voice, {
        days: [day(said, 0, off)],
        offers: [day(said, 1, {}), day(said, 2, {})],
        calendar: 'https://faire.example/calendar/w1.w1.signature.ics',
        message: MESSAGE,
      }),
      calledOffCard(voice, { days: [day(said, 0, later)], offers: [], calendar: '', message: MESSAGE }),
      calledOffCard(voice, {
        days: [day(said, 0, { ...later, mine: 'waiting' })],
        offers: [],
        calendar: '',
        message: MESSAGE,
      }),
      calledOffCard(voice, {
        days: [day(said, 0, off), day(said, 1, off)],
        offers: [],
        calendar: '',
        message: MESSAGE,
      }),
    ],
  } satisfies Samples<CallOffCard>
}
