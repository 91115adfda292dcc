import type { FactsPart } from '../../../cards/parts.ts'
import { prefilled, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import { seriesHead } from '../series/cards.ts'
import type { SeriesSeen } from '../series/domain.ts'
import { sheetOf, type WorkshopCardContext } from '../workshop/cards.ts'
import { type SureCard, sureCard } from '../workshop/confirmation-cards.ts'
import type { WorkshopSeen } from '../workshop/domain.ts'
import { daysLeft, losesText, reachText } from './cards.ts'
import type { Concerned } from './domain.ts'

type Doomed = Concerned & {
  readonly target: Readonly<Record<'workshop' | 'series', string>>
  readonly reason: string
}

/** Confirm or go back; typed fields are sent along. */
function actsOn({ words }: WorkshopCardContext, doomed: Doomed) {
  const { target, reason, seated, waiting, untold } = doomed
  const data = { ...target, reason: prefilled(reason) }
  const title = words.say('off.sure', { count: exact('seats', seated + waiting - untold) })
  return {
    keep: { title: words.say('off.keep'), verb: 'workshops.call-off-form', data },
    sure: { title, verb: 'workshops.cancel', data: { ...data, sure: true }, style: 'destructive' as const },
    footer: `${reachText(words, doomed)} ${words.say('off.ask.footer')}`,
  }
}

/** Who loses a seat, and the reason that they will read. */
function lossFacts(words: Words, doomed: Doomed): FactsPart['facts'] {
  return [
    { icon: 'People', text: losesText(words, doomed) },
    { icon: 'Info', text: words.say('workshop.why', { reason: safe(doomed.reason) }) },
  ]
}

/** Confirmation before one workshop is cancelled: how many lose a seat, how many are notified. */
export function cancelSureCard(
  context: WorkshopCardContext,
  workshop: WorkshopSeen,
  doomed: Doomed,
): SureCard {
  const { words } = context
  const { icon, kind, facts } = sheetOf(context, workshop)
  return sureCard({
    icon,
    kind,
    title: words.say('off.ask', { title: safe(workshop.title) }),
    facts: [...facts, ...lossFacts(words, doomed)],
    ...actsOn(context, doomed),
  })
}

/** The same for all days of a series. */
export function cancelSeriesSureCard(
  context: WorkshopCardContext,
  series: SeriesSeen,
  doomed: Doomed,
): SureCard {
  const { words } = context
  const { icon, kind } = seriesHead(context, series)
  return sureCard({
    icon,
    kind,
    title: words.say('off.ask.series', { title: safe(series.title) }),
    facts: [...daysLeft(words, series), ...lossFacts(words, doomed)],
    ...actsOn(context, doomed),
  })
}
