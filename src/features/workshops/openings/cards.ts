import type { FootPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import { foot, type Message } from '../../messages/index.ts'
import { seriesCard } from '../series/cards.ts'
import type { SeriesSeen } from '../series/domain.ts'
import type { WorkshopCardContext } from '../workshop/cards.ts'
import { momentText } from '../workshop/stage-cards.ts'

type SeriesOpening = HeaderPart &
  TitlePart &
  FootPart & {
    readonly size: string
    readonly days: readonly { readonly when: string; readonly where: string; readonly state: string }[]
    readonly choices: readonly { readonly title: PlainText; readonly value: string }[]
    readonly chosen: string
    readonly footer: string
  }

export type SeriesOpeningCard = CardOf<'workshops/openings/series', SeriesOpening>

/** Registration for a series is open: its days, to choose one of, as a message. */
export function seriesOpeningCard(
  context: WorkshopCardContext,
  series: SeriesSeen,
  message: Pick<Message, 'id' | 'round'>,
): SeriesOpeningCard {
  const { icon, kind, badge, title, size, days, choices, chosen, footer } = seriesCard(context, series).data
  const data = {
    icon,
    kind,
    ...(badge && { badge }),
    title,
    size,
    days,
    choices,
    chosen,
    ...foot(context.words, message, choices.length > 0),
    footer,
  }
  return { template: 'workshops/openings/series', data }
}

/** « C’est noté : le bot vous écrira… ». `at`: milliseconds; `reached`: whether the bot can write to them. */
export function remindedNotice(words: Words, at: number | undefined, reached: boolean) {
  const { say } = words
  if (at === undefined) return { tone: 'good', title: say('workshop.unreminded') } as const
  const title = say('workshop.reminded', { moment: momentText(words, at) })
  if (reached) return { tone: 'good', title, text: say('workshop.reminded.how') } as const
  return {
    tone: 'warning',
    title: say('workshop.reminded.unreached'),
    text: say('workshop.reminded.install'),
  } as const
}
