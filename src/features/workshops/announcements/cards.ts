import { type PostedCard, type Preview, postedOf, previewOf, type Render } from '../../../cards/preview.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Programme } from '../../programme/index.ts'
import { seriesCard, seriesSummary } from '../series/cards.ts'
import { announcedSeries, type SeriesSeen } from '../series/domain.ts'
import { announcementCard, summaryOf } from '../workshop/cards.ts'
import { announcedNow, seenAt, type WorkshopDraft, type WorkshopSeen } from '../workshop/domain.ts'

export type PostingParts = {
  readonly words: (language: Language) => Words
  readonly programme: Pick<Programme, 'axis'>
  readonly home: Language
}

/** A workshop's card as posted in its channels, in the programme's language. */
export function postedWorkshop({ words, programme, home }: PostingParts, workshop: WorkshopSeen): PostedCard {
  const context = { words: words(home), programme }
  return { card: announcementCard(context, workshop), language: home, summary: summaryOf(context, workshop) }
}

/** The same for a series. */
export function postedSeries({ words, programme, home }: PostingParts, series: SeriesSeen): PostedCard {
  const context = { words: words(home), programme }
  return { card: seriesCard(context, series), language: home, summary: seriesSummary(context, series) }
}

type Shown = { readonly posted: readonly object[]; readonly preview: Preview }

export type AnnouncementPreviews = ReturnType<typeof previewsOf>

/** Previews, rendered by the code that posts the card, for the chat and for the tab. */
export function previewsOf(parts: PostingParts & { readonly render: Render; readonly clock: Clock }) {
  const { words, home, render, clock } = parts
  const shown = (drawn: PostedCard): Shown => ({
    posted: postedOf(render, drawn, titles => words(home).say('card.buttons', { titles })),
    preview: previewOf(render, drawn),
  })
  return {
    /** A workshop to be announced now. */
    draft(draft: WorkshopDraft, organiser: string): Shown {
      const now = clock.now()
      const workshop = announcedNow(draft, { id: '', organiser, now })
      return shown(postedWorkshop(parts, seenAt(workshop, now, undefined)))
    },
    /** A series with its drafts announced. */
    series: (series: SeriesSeen) => shown(postedSeries(parts, announcedSeries(series))),
  }
}
