import {
  type AnswerCard,
  answerCard,
  messageCard,
} from '../../../../src/features/workshops/registration/cards.ts'
import {
  listCard,
  type WorkshopListCard,
} from '../../../../src/features/workshops/registration/list-cards.ts'
import { type DaysCard, daysCard } from '../../../../src/features/workshops/registration/swap-cards.ts'
import type { WorkshopSeen } from '../../../../src/features/workshops/workshop/domain.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import {
  cancelled,
  closed,
  full,
  HOUR,
  notYet,
  online,
  postponed,
  series,
  startsAt,
  workshop,
} from './workshop.ts'

const calendar = 'https://faire.example/calendar/w1.w1.signature.ics'
const harvest = 'https://teams.microsoft.com/l/entity/teams-app/personal'
const agent = { mayAnswer: true, mayChange: false, calendar }
const ofSeries = (said: Said) => ({ ...series, inSeries: { id: 's1', title: said('Le lycée de demain') } })
const waiting = { ...series, ...full, mine: 'waiting', rank: 3 } as const
const offered = { ...series, ...full, mine: 'offered', offeredUntil: startsAt - 13 * 24 * HOUR } as const

export function workshopRegistrationSamples(words: Words, said: Said) {
  const voice = { words, programme }
  const one = workshop(said)
  const day = (after: number): WorkshopSeen => {
    const at = startsAt + after * 7 * 24 * HOUR
    const moved = { id: `w${after}`, startsAt: at, endsAt: at + 3 * HOUR, seatsTaken: 10 * after }
    return { ...one, ...series, ...moved, title: after === 2 ? said('Accueillir au lycée') : one.title }
  }
  return {
    'workshops/registration/answer': [
      answerCard(voice, { ...one, mine: 'yes' }, agent),
      answerCard(voice, { ...one, ...online, mine: 'no' }, agent),
      answerCard(voice, { ...one, ...full }, agent),
      answerCard(voice, one, { ...agent, mayAnswer: false }),
      answerCard(voice, { ...one, ...online, stage: 'underway', mine: 'yes' }, { ...agent, harvest }),
      answerCard(
        voice,
        { ...one, ...online, stage: 'underway', mine: 'yes' },
        { ...agent, harvest, mayChange: true },
      ),
      answerCard(
        voice,
        { ...one, ...online, stage: 'over', mine: 'yes' },
        {
          ...agent,
          mayChange: true,
          corrects: true,
          harvest: 'https://teams.microsoft.com/l/entity/teams-app/personal',
        },
      ),
      answerCard(voice, { ...one, stage: 'over', mine: 'yes' }, { ...agent, account: harvest }),
      answerCard(voice, { ...one, ...online, mine: 'yes' }, { ...agent, mayChange: true }),
      answerCard(voice, { ...one, mine: 'yes', table: 4, facilitates: { table: 4 } }, agent),
      answerCard(voice, { ...one, stage: 'underway', facilitates: {} }, { ...agent, harvest }),
      messageCard(voice, { ...one, ...series, link: online.link, mine: 'yes' }, agent, {
        id: 'm1',
        round: 1,
      }),
      answerCard(voice, { ...one, ...series, ...notYet }, agent),
      answerCard(voice, { ...one, ...series }, { ...agent, seatless: true }),
      answerCard(voice, { ...one, ...ofSeries(said), mine: 'yes' }, agent),
      answerCard(voice, { ...one, ...ofSeries(said), ...full, mine: 'yes' }, { ...agent, leaving: true }),
      answerCard(voice, { ...one, now: startsAt - 2 * HOUR }, agent),
      answerCard(voice, { ...one, ...series, ...online, mine: 'yes' }, { ...agent, mayChange: true }),
      answerCard(voice, { ...one, ...full, ...series }, { ...agent, mayChange: true }),
      answerCard(voice, { ...one, ...waiting, ...online }, { ...agent, mayChange: true }),
      answerCard(voice, { ...one, ...offered, ...online }, { ...agent, mayChange: true }),
      answerCard(voice, { ...one, ...series, ...closed }, agent),
      answerCard(voice, { ...one, ...cancelled(said), mine: 'yes' }, agent),
      answerCard(voice, { ...one, ...postponed, mine: 'no' }, agent),
      answerCard(voice, { ...one, ...series, ...postponed, mine: 'yes' }, agent),
      messageCard(voice, { ...one, ...offered }, agent, { id: 'm1', round: 1 }),
    ],
    'workshops/registration/days': [
      daysCard(
        voice,
        { ...one, ...series, mine: 'yes' },
        { days: [day(1), day(2), day(3), day(4)], next: 4 },
      ),
      daysCard(voice, { ...one, ...waiting }, { days: [day(1)] }),
      daysCard(voice, { ...one, ...cancelled(said) }, { days: [] }),
    ],
    'workshops/registration/list': [
      listCard(
        voice,
        { items: [one, { ...one, ...online, mine: 'yes' }, { ...one, ...full }], next: '1-w1' },
        { mayAnswer: true },
      ),
      listCard(
        voice,
        {
          items: [
            { ...one, ...waiting },
            { ...one, ...offered },
            { ...one, ...cancelled(said), mine: 'yes' },
          ],
        },
        { mayAnswer: true, calendar },
      ),
      listCard(voice, { items: [day(1), one, { ...day(2), mine: 'yes' }, day(3)] }, { mayAnswer: true }),
      listCard(voice, { items: [] }, { mayAnswer: true }),
      listCard(voice, { items: [one] }, { mayAnswer: false }),
    ],
  } satisfies Samples<AnswerCard | DaysCard | WorkshopListCard>
}
