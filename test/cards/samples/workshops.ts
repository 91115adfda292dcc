import { createRender } from '../../../src/cards/render.ts'
import { previewsOf } from '../../../src/features/workshops/announcements/cards.ts'
import { type VisitCard, visitCard } from '../../../src/features/workshops/attendees/cards.ts'
import type { Visit } from '../../../src/features/workshops/attendees/domain.ts'
import { type NeedsCard, needsCard } from '../../../src/features/workshops/attendees/needs-cards.ts'
import {
  type AnswerCard,
  answerCard,
  messageCard,
} from '../../../src/features/workshops/registration/cards.ts'
import { listCard, type WorkshopListCard } from '../../../src/features/workshops/registration/list-cards.ts'
import { type DaysCard, daysCard } from '../../../src/features/workshops/registration/swap-cards.ts'
import {
  type FacilitatingCard,
  facilitatingCard,
} from '../../../src/features/workshops/tables/facilitator-cards.ts'
import { type AnnouncementCard, announcementCard } from '../../../src/features/workshops/workshop/cards.ts'
import { PLAIN, type WorkshopSeen } from '../../../src/features/workshops/workshop/domain.ts'
import {
  formCard,
  previewCard,
  type WorkshopFormCard,
} from '../../../src/features/workshops/workshop/form-cards.ts'
import { insertedCard } from '../../../src/features/workshops/workshop/search-cards.ts'
import type { Words } from '../../../src/i18n/words.ts'
import { programme } from '../../support/programme/programme.ts'
import type { Said, Samples } from '../sample.ts'

const HOUR = 3_600_000
const NEED = 'Une rampe, et un repas sans lactose'
const startsAt = Date.UTC(2027, 3, 22, 7, 30)

export function workshop(said: Said): WorkshopSeen {
  return {
    ...PLAIN,
    id: 'w1',
    title: said('Accueillir mieux, plus près'),
    description: said(
      'Trois heures pour imaginer ensemble des lieux d’accueil que les usagers choisiraient. Aucune préparation demandée.',
    ),
    axis: 'territoires',
    startsAt,
    endsAt: startsAt + 3 * HOUR,
    place: said('Maison de la Région, Carcassonne'),
    link: '',
    capacity: 48,
    organiser: 'p1',
    seatsTaken: 31,
    directions: 14,
    createdAt: 0,
    revision: 0,
    moved: 'nothing',
    changedAt: 0,
    now: startsAt - 14 * 24 * HOUR,
    stage: 'announced',
  }
}

const online = { link: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting', place: '' }
const calendar = 'https://faire.example/calendar/w1.w1.signature.ics'
const harvest = 'https://teams.microsoft.com/l/entity/teams-app/personal'
const agent = { mayAnswer: true, mayChange: false, calendar }
const full = { seatsTaken: 48, directions: 20, stage: 'full', waiting: 7 } as const
const series = { series: 's1', quotas: true, reserved: 4, releaseAt: startsAt - 7 * 24 * HOUR }
const ofSeries = (said: Said) => ({ ...series, inSeries: { id: 's1', title: said('Le lycée de demain') } })
const notYet = { opensAt: startsAt - 10 * 24 * HOUR, closesAt: startsAt - 24 * HOUR }
const lastDay = { closesAt: startsAt - 24 * HOUR, now: startsAt - 26 * HOUR }
const closed = { stage: 'closed', closesAt: startsAt - 15 * 24 * HOUR } as const
const waiting = { ...series, ...full, mine: 'waiting', rank: 3 } as const
const offered = { ...series, ...full, mine: 'offered', offeredUntil: startsAt - 13 * 24 * HOUR } as const

const cancelled = (said: Said) =>
  ({ ...series, stage: 'cancelled', state: 'cancelled', reason: said('Grève des transports') }) as const
const postponed = { stage: 'postponed', state: 'postponed' } as const

export function channels(said: Said, count: number) {
  return Array.from({ length: count }, (_, at) => ({
    id: `19:${String(at).padStart(32, '0')}@thread.tacv2`,
    teamId: 't1',
    teamName: said('Direction de l’innovation'),
    name: said(`Général ${at}`),
    address: 'opaque',
  }))
}

function fields(said: Said) {
  return {
    title: said('Accueillir mieux, plus près'),
    description: said('Trois heures pour imaginer ensemble.'),
    axis: 'territoires',
    date: '2027-04-22',
    start: '09:30',
    end: '12:30',
    place: said('Maison de la Région, Carcassonne'),
    link: '',
    seats: '48',
    channel: '19:00000000000000000000000000000000@thread.tacv2',
    directions: 'lycees,culture',
    nonce: 'n0nce',
  }
}

export function workshopSamples(words: Words, said: Said) {
  const voice = { words, programme }
  const one = workshop(said)
  const visit: Visit = { workshop: { ...one, mine: 'yes' }, shown: false, names: [], need: '' }
  const day = (after: number): WorkshopSeen => {
    const at = startsAt + after * 7 * 24 * HOUR
    const moved = { id: `w${after}`, startsAt: at, endsAt: at + 3 * HOUR, seatsTaken: 10 * after }
    return { ...one, ...series, ...moved, title: after === 2 ? said('Accueillir au lycée') : one.title }
  }
  const { posted } = previewsOf({
    ...{ words: () => words, programme, home: words.language, render: createRender() },
    clock: { now: () => startsAt - 24 * HOUR },
  }).draft(one, 'p1')
  const [channel] = channels(said, 1)
  const many = channels(text => text, 200)
  if (!channel) throw new Error('no channel')
  const form = { words, programme, nonce: 'n0nce', now: startsAt - 24 * HOUR, channels: [channel] }
  return {
    'workshops/workshop/announcement': [
      announcementCard(voice, one),
      insertedCard(voice, one, startsAt - 24 * HOUR),
      announcementCard(voice, { ...one, ...full, ...online, description: '' }),
      announcementCard(voice, { ...one, stage: 'over', seatsTaken: 0, directions: 0, axis: 'unknown' }),
      announcementCard(voice, { ...one, ...series, ...notYet, seatsTaken: 0, directions: 0 }),
      announcementCard(voice, { ...one, ...series, releaseAt: null, ...closed }),
      announcementCard(voice, { ...one, ...cancelled(said) }),
      announcementCard(voice, { ...one, ...postponed }),
      announcementCard(voice, { ...one, now: startsAt - 2 * HOUR }),
      announcementCard(voice, { ...one, ...lastDay }),
      insertedCard(voice, { ...one, ...full }, startsAt - 24 * HOUR),
      insertedCard(voice, { ...one, ...cancelled(said) }, startsAt - 24 * HOUR),
    ],
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
    'workshops/workshop/form': [
      formCard(form),
      formCard({ ...form, channels: many, fields: fields(said) }),
      formCard({ ...form, channels: [], fields: fields(said), workshop: 'w1' }),
      formCard({ ...form, channels: [], fields: fields(said), series: 's1', draft: true }),
      formCard({ ...form, channels: [], fields: fields(said), workshop: 'w1', series: 's1', draft: true }),
      formCard({ ...form, channels: [], fields: fields(said), workshop: 'w1', series: 's1' }),
    ],
    'workshops/workshop/preview': [
      previewCard({ words, posted: posted, channels: [channel], fields: fields(said) }),
      previewCard({ words, posted: posted, channels: many, fields: fields(said) }),
    ],
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
    'workshops/tables/facilitating': [facilitatingCard(voice, one, { id: 'm1', round: 1 })],
    'workshops/attendees/needs': [needsCard(voice, one, ''), needsCard(voice, one, said(NEED))],
  } satisfies Samples<
    | AnnouncementCard
    | AnswerCard
    | DaysCard
    | WorkshopListCard
    | WorkshopFormCard
    | VisitCard
    | NeedsCard
    | FacilitatingCard
  >
}
