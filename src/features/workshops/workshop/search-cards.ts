import { asOf } from '../../../cards/inserted.ts'
import { plain } from '../../../cards/text.ts'
import type { PlainText } from '../../../kernel/text/card.ts'
import { announcementCard, type WorkshopCardContext, whenText } from './cards.ts'
import type { WorkshopSeen } from './domain.ts'
import { badgeOf } from './stage-cards.ts'

/** A workshop in a message that a person sends: as in its channel, with the moment its seats were counted at. */
export function insertedCard(context: WorkshopCardContext, workshop: WorkshopSeen, now: number) {
  const { words } = context
  const { template, data } = announcementCard(context, workshop)
  const dated = asOf(words, now, words.say('workshop.seeMine'))
  return { template, data: { ...data, footer: `${data.footer} ${dated}` } }
}

export function titleOf({ title }: WorkshopSeen): PlainText {
  return plain(title)
}

/** One line to choose it by. */
export function factsOf({ words }: WorkshopCardContext, workshop: WorkshopSeen): string {
  return `${whenText(words, workshop)} · ${badgeOf(words, workshop).text}`
}
