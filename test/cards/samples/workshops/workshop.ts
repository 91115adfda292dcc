import { createRender } from '../../../../src/cards/render.ts'
import { previewsOf } from '../../../../src/features/workshops/announcements/cards.ts'
import { type AnnouncementCard, announcementCard } from '../../../../src/features/workshops/workshop/cards.ts'
import { PLAIN, type WorkshopSeen } from '../../../../src/features/workshops/workshop/domain.ts'
import {
  formCard,
  previewCard,
  type WorkshopFormCard,
} from '../../../../src/features/workshops/workshop/form-cards.ts'
import { insertedCard } from '../../../../src/features/workshops/workshop/search-cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'

export const HOUR = 3_600_000
export const startsAt = Date.UTC(2027, 3, 22, 7, 30)

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

export const online = { link: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting', place: '' }
export const full = { seatsTaken: 48, directions: 20, stage: 'full', waiting: 7 } as const
export const series = { series: 's1', quotas: true, reserved: 4, releaseAt: startsAt - 7 * 24 * HOUR }
export const notYet = { opensAt: startsAt - 10 * 24 * HOUR, closesAt: startsAt - 24 * HOUR }
const lastDay = { closesAt: startsAt - 24 * HOUR, now: startsAt - 26 * HOUR }
export const closed = { stage: 'closed', closesAt: startsAt - 15 * 24 * HOUR } as const
export const cancelled = (said: Said) =>
  ({ ...series, stage: 'cancelled', state: 'cancelled', reason: said('Grève des transports') }) as const

export const postponed = { stage: 'postponed', state: 'postponed' } as const

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
  } satisfies Samples<AnnouncementCard | WorkshopFormCard>
}
