import { type AnswerCard, answerCard } from '../../../src/features/workshops/answer-cards.ts'
import { type AnnouncementCard, announcementCard } from '../../../src/features/workshops/cards.ts'
import { PLAIN, type WorkshopSeen } from '../../../src/features/workshops/domain.ts'
import { formCard, previewCard, type WorkshopFormCard } from '../../../src/features/workshops/form-cards.ts'
import { type ListCard, listCard } from '../../../src/features/workshops/list-cards.ts'
import { movedCard } from '../../../src/features/workshops/moved-cards.ts'
import { type NeedsCard, needsCard } from '../../../src/features/workshops/needs-cards.ts'
import { insertedCard } from '../../../src/features/workshops/search-cards.ts'
import type { Visit } from '../../../src/features/workshops/visit.ts'
import { type VisitCard, visitCard } from '../../../src/features/workshops/visit-cards.ts'
import type { Words } from '../../../src/i18n/words.ts'
import { programme } from '../../support/programme.ts'
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
    stage: 'announced',
  }
}

const online = { link: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting', place: '' }
const calendar = 'https://faire.example/calendar/w1.w1.signature.ics'
const agent = { mayAnswer: true, mayChange: false, calendar }
const full = { seatsTaken: 48, directions: 20 }

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
  const [channel] = channels(said, 1)
  const many = channels(text => text, 200)
  if (!channel) throw new Error('no channel')
  const form = { words, programme, nonce: 'n0nce', now: startsAt - 24 * HOUR, channels: [channel] }
  return {
    'workshops/announcement': [
      announcementCard(voice, one),
      insertedCard(voice, one, startsAt - 24 * HOUR),
      announcementCard(voice, { ...one, ...full, ...online, description: '' }),
      announcementCard(voice, { ...one, stage: 'over', seatsTaken: 0, directions: 0, axis: 'unknown' }),
    ],
    'workshops/answer': [
      answerCard(voice, { ...one, mine: 'yes' }, agent),
      answerCard(voice, { ...one, ...online, mine: 'no' }, agent),
      answerCard(voice, { ...one, ...full }, agent),
      answerCard(voice, one, { ...agent, mayAnswer: false }),
      answerCard(voice, { ...one, stage: 'underway', mine: 'yes' }, agent),
      answerCard(voice, { ...one, ...online, mine: 'yes' }, { ...agent, mayChange: true }),
      movedCard(voice, { ...one, link: online.link, mine: 'yes' }, agent, { id: 'm1', round: 1 }),
    ],
    'workshops/list': [
      listCard(
        voice,
        { items: [one, { ...one, ...online, mine: 'yes' }, { ...one, ...full }], next: '1-w1' },
        { mayAnswer: true },
      ),
      listCard(voice, { items: [] }, { mayAnswer: true }),
      listCard(voice, { items: [one] }, { mayAnswer: false }),
    ],
    'workshops/form': [
      formCard(form),
      formCard({ ...form, channels: many, fields: fields(said) }),
      formCard({ ...form, channels: [], fields: fields(said), workshop: 'w1' }),
      formCard({ ...form, channels: [], fields: fields(said), series: 's1', draft: true }),
      formCard({ ...form, channels: [], fields: fields(said), workshop: 'w1', series: 's1', draft: true }),
      formCard({ ...form, channels: [], fields: fields(said), workshop: 'w1', series: 's1' }),
    ],
    'workshops/preview': [
      previewCard({ words, programme, draft: one, channels: [channel], fields: fields(said) }),
      previewCard({ words, programme, draft: one, channels: many, fields: fields(said) }),
    ],
    'workshops/visit': [
      visitCard(voice, { ...visit, names: ['Camille Martin', 'Karim Benali', 'Nadia Ferrer'].map(said) }),
      visitCard(voice, {
        ...visit,
        workshop: { ...one, mine: 'no' },
        shown: true,
        next: 'p9',
        need: said(NEED),
      }),
      visitCard(voice, { ...visit, workshop: { ...one, mine: 'yes', stage: 'over' } }),
      visitCard(voice, visit, 'p9'),
      visitCard(voice, visit),
    ],
    'workshops/needs': [needsCard(voice, one, ''), needsCard(voice, one, said(NEED))],
  } satisfies Samples<AnnouncementCard | AnswerCard | ListCard | WorkshopFormCard | VisitCard | NeedsCard>
}
