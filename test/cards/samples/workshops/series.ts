import { createRender } from '../../../../src/cards/render.ts'
import { previewsOf } from '../../../../src/features/workshops/announcements/cards.ts'
import {
  type SeriesOpeningCard,
  seriesOpeningCard,
} from '../../../../src/features/workshops/openings/cards.ts'
import { quotaLines } from '../../../../src/features/workshops/seats/quota-text.ts'
import { quotasOf } from '../../../../src/features/workshops/seats/quotas.ts'
import { type SeriesCard, seriesCard } from '../../../../src/features/workshops/series/cards.ts'
import { type SeriesSeen, seriesSeen } from '../../../../src/features/workshops/series/domain.ts'
import {
  type SeriesFormCard,
  seriesFormCard,
  seriesPreviewCard,
  seriesWhereCard,
} from '../../../../src/features/workshops/series/form-cards.ts'
import {
  quotaFormCard,
  type RulesCard,
  rulesFormCard,
} from '../../../../src/features/workshops/series/seat-rules-cards.ts'
import {
  type SeriesListCard,
  type SeriesSheetCard,
  seriesListCard,
  seriesSheetCard,
} from '../../../../src/features/workshops/series/sheet-cards.ts'
import type { WorkshopSeen } from '../../../../src/features/workshops/workshop/domain.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { DAY, HOUR } from '../../../../src/kernel/time/clock.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { channels, workshop } from './workshop.ts'

const FIRST = Date.UTC(2027, 3, 22, 7, 30)
const NOW = FIRST - 20 * DAY
type Change = Partial<WorkshopSeen>

export function day(said: Said, at: number, change: Change): WorkshopSeen {
  const startsAt = FIRST + at * 7 * DAY
  const places = [
    'Maison de la Région, Carcassonne',
    'Hôtel de Région, Toulouse',
    'Lycée Jean-Moulin, Béziers',
  ]
  const place = said(places[at % places.length] ?? '')
  return {
    ...workshop(said),
    id: `w${at}`,
    series: 's1',
    startsAt,
    endsAt: startsAt + 7 * HOUR,
    place,
    description: '',
    ...change,
  }
}

export function series(said: Said, days: readonly Change[], announcedAt: number | null = 1): SeriesSeen {
  const { title, description, axis } = workshop(said)
  const whole = { id: 's1', title, description, axis, organiser: 'p1', createdAt: 1, announcedAt }
  return seriesSeen(
    whole,
    days.map((change, at) => day(said, at, change)),
    NOW,
  )
}

export const FULL = { stage: 'full', seatsTaken: 48, waiting: 12 } as const
export const DRAFT = { stage: 'draft', state: 'draft', seatsTaken: 0 } as const
const OVER = { stage: 'over' } as const

export function openSeries(said: Said): SeriesSeen {
  return series(said, [
    {},
    FULL,
    { title: said('Créer en équipe'), axis: 'equipe', quotas: true, releaseAt: NOW + DAY },
  ])
}

export function workshopSeriesSamples(words: Words, said: Said) {
  const previews = previewsOf({
    ...{ words: () => words, programme, home: words.language, render: createRender() },
    clock: { now: () => NOW },
  })
  const off = { stage: 'cancelled', state: 'cancelled', reason: said('La salle est inondée.') } as const
  const later = { stage: 'postponed', state: 'postponed', reason: said('Grève des trains.') } as const
  const voice = { words, programme }
  const open = openSeries(said)
  const eight = series(said, [{}, FULL, off, later, {}, {}, { stage: 'closed' }, DRAFT])
  const soon = series(said, [{ opensAt: NOW + DAY }, { opensAt: NOW + DAY }])
  const draft = series(said, [DRAFT, { ...DRAFT, reserved: 6, quotas: true }], null)
  const over = series(said, [OVER, { ...OVER, seatsTaken: 0 }, off])
  const quotas = new Map([['w1', quotasOf(programme.directions, 42)]])
  const ruled = { ...voice, quotas }
  const twelve = Array.from({ length: 12 }, (_, at) => ({ ...DRAFT, quotas: true, capacity: 100 + at }))
  const apart = new Map(
    twelve.map(({ capacity }, at) => [`w${at}`, quotasOf(programme.directions, capacity)]),
  )
  const [channel] = channels(said, 1)
  if (!channel) throw new Error('no channel')
  const where = { series: 's1', channel: channel.id, directions: 'lycees', nonce: 'n0nce' }
  const nowhere = { ...where, channel: '', directions: '' }
  const many = channels(text => text, 200)
  const fresh = { series: '', title: '', description: '', axis: '', nonce: 'n0nce' }
  const known = { ...fresh, series: 's1', title: open.title, description: open.description, axis: open.axis }
  const rules = {
    quotas: 'on',
    reserved: '6',
    releaseDays: '7',
    openDate: '2027-04-01',
    openTime: '09:00',
    closeDays: '2',
    confirmHours: '24',
  }
  const shared = quotaLines(quotas.get('w1') ?? new Map(), programme.directions)
  const settled = series(
    said,
    [
      { ...DRAFT, reserved: 6, quotas: true, opensAt: NOW + DAY, releaseAt: FIRST - 7 * DAY },
      { ...DRAFT, reserved: 6, quotas: true },
    ],
    null,
  )
  return {
    'workshops/series/announcement': [
      seriesCard(voice, open),
      seriesCard(voice, eight),
      seriesCard(voice, soon),
      seriesCard(voice, soon, { reminded: true }),
      seriesCard(voice, eight, { reminded: false }),
      seriesCard(voice, over),
      seriesCard(voice, series(said, [off, off])),
    ],
    'workshops/openings/series': [
      seriesOpeningCard(voice, open, { id: 'm1', round: 1 }),
      seriesOpeningCard(voice, over, { id: 'm1', round: 1 }),
    ],
    'workshops/series/sheet': [
      seriesSheetCard(ruled, draft),
      seriesSheetCard(
        { ...ruled, quotas: new Map([...quotas, ['w0', quotas.get('w1') ?? new Map()]]) },
        settled,
      ),
      seriesSheetCard(ruled, draft, true),
      seriesSheetCard(ruled, series(said, [], null)),
      seriesSheetCard(ruled, open),
      seriesSheetCard(ruled, eight),
      seriesSheetCard(ruled, over),
      seriesSheetCard({ ...voice, quotas: apart }, series(said, twelve, null)),
    ],
    'workshops/series/list': [
      seriesListCard(voice, { items: [open, draft, over, series(said, [], null)], next: '1-s1' }),
      seriesListCard(voice, { items: [] }),
    ],
    'workshops/series/form': [
      seriesFormCard({ words, programme }, fresh),
      seriesFormCard({ words, programme }, known),
    ],
    'workshops/series/where': [
      seriesWhereCard({ words, programme, channels: [channel], fields: nowhere, chosen: false }),
      seriesWhereCard({ words, programme, channels: many, fields: where, chosen: true }),
    ],
    'workshops/series/preview': [
      seriesPreviewCard({
        words,
        posted: previews.series(draft).posted,
        series: draft,
        channels: [channel],
        fields: where,
      }),
      seriesPreviewCard({
        words,
        posted: previews.series(eight).posted,
        series: eight,
        channels: [],
        fields: nowhere,
      }),
    ],
    'workshops/series/rules': [
      rulesFormCard(words, draft, { ...rules, openDate: '' }),
      rulesFormCard(words, open, rules),
    ],
    'workshops/series/quotas': [
      quotaFormCard({
        words,
        series: draft,
        days: draft.days,
        chosen: ['w0', 'w1'],
        quotas: shared,
        without: words.say('plan.quotas.none', { count: 2, names: 'Audit, Cabinet' }),
      }),
    ],
  } satisfies Samples<
    RulesCard | SeriesCard | SeriesFormCard | SeriesListCard | SeriesOpeningCard | SeriesSheetCard
  >
}
