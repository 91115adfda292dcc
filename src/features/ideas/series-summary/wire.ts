import type { Words } from '../../../i18n/words.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { ChannelUsecases } from '../../channels/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { SeriesUsecases, WorkshopUsecases } from '../../workshops/index.ts'
import type { IdeaContextParts } from '../idea/context-usecases.ts'
import type { Small } from '../idea/row-store.ts'
import { summaryStore } from '../summary/store.ts'
import type { SummaryRoom } from '../summary/wire.ts'
import { seriesSheets } from './file-cards.ts'
import { seriesSummaryHandlers } from './handlers.ts'
import { seriesSummaryRoutes } from './routes.ts'
import { seriesSummaryStore } from './store.ts'
import { type SeriesSummaryUsecases, seriesSummaryUsecases } from './usecases.ts'

type Parts = Pick<IdeaContextParts, 'transact' | 'read' | 'note' | 'audit' | 'clock'> & {
  readonly seriesPosted: SeriesUsecases['posted']
  readonly small: Small
}

/** What the days of a series add up to. */
export function seriesSummaryRoom(parts: Parts, { summaries, counts, presences }: SummaryRoom) {
  const { seriesPosted, small, transact, read, note, audit, clock } = parts
  const ideas = (tx: Tx) => summaryStore(tx, small)
  const edges = { transact, read, note, audit, clock }
  const store = seriesSummaryStore
  return seriesSummaryUsecases({ ...edges, seriesPosted, summaries, counts, store, ideas, presences })
}

type Entry = {
  readonly workshops: Pick<WorkshopUsecases, 'posted'>
  readonly channels: Pick<ChannelUsecases, 'announced'>
  readonly programme: Pick<Programme, 'axes' | 'axis' | 'direction'>
  readonly words: (language: Language) => Words
  readonly home: Language
  readonly zone: string
  readonly clock: Clock
}

export function seriesSummaryEntries(seriesSummaries: SeriesSummaryUsecases, entry: Entry) {
  const { workshops, channels, programme, words, home, zone, clock } = entry
  return {
    handlers: [
      seriesSummaryHandlers({ seriesSummaries, workshops, channels, programme, words, home, clock }),
    ],
    routes: seriesSummaryRoutes({
      seriesSummaries,
      channels,
      clock,
      zone,
      sheetsOf: (series, language) => seriesSheets({ words: words(language), programme, zone }, series),
    }),
  }
}
