import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Outgoing } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { ChannelUsecases } from '../../channels/index.ts'
import type { WorkshopUsecases } from '../../workshops/index.ts'
import type { IdeaAxes } from '../card/frame-cards.ts'
import { seriesSummaryCard, seriesSummaryText } from './cards.ts'
import type { SeriesSummaryUsecases } from './usecases.ts'

type Parts = {
  readonly seriesSummaries: Pick<SeriesSummaryUsecases, 'postedSummary' | 'isPosted'>
  readonly workshops: Pick<WorkshopUsecases, 'posted'>
  readonly channels: Pick<ChannelUsecases, 'announced'>
  readonly programme: IdeaAxes
  readonly words: (language: Language) => Words
  readonly home: Language
  readonly clock: Clock
}

/** The card of a series in its channels: posted on request, edited as its days are summarised. */
export function seriesSummaryHandlers(parts: Parts): Handlers {
  const { seriesSummaries, workshops, channels, programme, words, home, clock } = parts

  async function post(id: string): Promise<readonly Outgoing[]> {
    if (!(await seriesSummaries.isPosted(id))) return []
    const seen = await seriesSummaries.postedSummary(id)
    if (!seen) return []
    const context = { words: words(home), programme }
    const card = seriesSummaryCard(context, seen, clock.now())
    const reply = { card, language: home, summary: seriesSummaryText(context.words, seen) }
    const places = await channels.announced({ thing: 'series', id })
    return places.map(({ id: channel, address }) => ({
      to: address,
      key: `series-summary:${id}:${channel}`,
      reply,
    }))
  }

  /** A day was summarised, its summary corrected, or its list closed. */
  async function dayChanged(workshop: string): Promise<readonly Outgoing[]> {
    const series = (await workshops.posted(workshop))?.series ?? ''
    return series === '' ? [] : post(series)
  }

  return {
    facts: {
      'ideas.series-summarised': ({ payload }) => post(String(payload.series)),
      'ideas.summarised': ({ payload }) => dayChanged(String(payload.workshop)),
    },
  }
}
