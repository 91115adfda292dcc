import { asOf } from '../../../cards/inserted.ts'
import { plain } from '../../../cards/text.ts'
import type { PlainText } from '../../../kernel/text/card.ts'
import { announcementCard, type WorkshopCardContext, whenText } from './cards.ts'
import type { WorkshopSeen } from './domain.ts'
import { badgeOf } from './stage-cards.ts'

/**
 * A workshop inserted into a person's message (message extension): as in its channel, dated because its seat count will
 * go out of date.
 */
export function insertedCard(context: WorkshopCardContext, workshop: WorkshopSeen, now: number) {
  const { words } = context
  const { template, data } = announcementCard(context, workshop)
  const dated = asOf(words, now, words.say('workshop.seeMine'))
  return { template, data: { ...data, footer: `${data.footer} ${dated}` } }
}

export function titleOf({ title }: WorkshopSeen): PlainText {
  return plain(title)
}

/** One line to recognise it by. */
export function factsOf({ words }: WorkshopCardContext, workshop: WorkshopSeen): string {
  return `${whenText(words, workshop)} · ${badgeOf(words, workshop).text}`
}
