import type { Wiring } from '../../../conversation/wiring.ts'
import type { ChannelUsecases } from '../../channels/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { OpeningUsecases } from '../openings/usecases.ts'
import type { Marks } from '../registration/outcomes.ts'
import type { WaitingListUsecases } from '../seats/waiting-list-usecases.ts'
import { seriesStore } from '../series/store.ts'
import type { SeriesUsecases } from '../series/usecases.ts'
import type { PublishingUsecases } from '../workshop/publishing-usecases.ts'
import { workshopStore } from '../workshop/store.ts'
import type { WorkshopReadUsecases } from '../workshop/usecases.ts'
import { previewsOf } from './cards.ts'
import { workshopHandlers } from './handlers.ts'
import { seriesAnnounceHandlers } from './series-handlers.ts'
import { seriesAnnounceUsecases } from './series-usecases.ts'
import { postedCardStore } from './store.ts'
import { postedCardUsecases } from './usecases.ts'

type Parts = {
  readonly programme: Programme
  readonly channels: Pick<ChannelUsecases, 'targets' | 'announce' | 'announced' | 'list'>
  readonly workshops: Pick<WorkshopReadUsecases, 'posted' | 'lately'>
  readonly publishing: PublishingUsecases
  readonly series: Pick<SeriesUsecases, 'sheet' | 'posted'>
  readonly openings: Pick<OpeningUsecases, 'asksFor'>
  readonly waitingList: Pick<WaitingListUsecases, 'recomputeAfterChange'>
  readonly calendarOf: (workshop: string) => string
  readonly marks: () => Pick<Marks, 'cameTo' | 'summarisedAmong'>
  /** For previews of the card that will be posted. */
  readonly render: Parameters<typeof previewsOf>[0]['render']
}

/** Announcement of workshops and series, and their cards in channels. */
export function wireAnnouncements(wiring: Wiring, parts: Parts) {
  const { transact, read, once, note, audit, clock, ids, zone, words, home, tabLink } = wiring
  const {
    programme,
    channels,
    workshops,
    publishing,
    series,
    openings,
    waitingList,
    calendarOf,
    marks,
    render,
  } = parts
  const cards = postedCardUsecases({
    store: workshopStore,
    posted: postedCardStore,
    transact,
    read,
    note,
    clock,
    zone,
  })
  const announcing = seriesAnnounceUsecases({
    series: seriesStore,
    store: workshopStore,
    waitingList,
    transact,
    read,
    once,
    note,
    audit,
    clock,
    ids,
    channels,
  })
  const previews = previewsOf({ words, programme, home, render, clock })
  const context = { programme, words, home, ids, clock, channels, cards, previews, workshops }
  const ofWorkshops = workshopHandlers({ ...context, publishing, calendarOf, tabLink, marks })
  const ofSeries = seriesAnnounceHandlers({ ...context, series, openings, announcing })
  return {
    announcing,
    previews,
    verbs: { ...ofWorkshops.verbs, ...ofSeries.verbs },
    /** Both listen to changes of a workshop: a day is shown on the card of its series. */
    listeners: [ofWorkshops, ofSeries],
  }
}
