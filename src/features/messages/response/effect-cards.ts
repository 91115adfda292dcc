import type { ButtonsPart, FooterPart, TitlePart } from '../../../cards/parts.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { momentOf } from '../../../kernel/time/time-zone.ts'
import { topicText } from '../message/cards.ts'
import type { EffectShown } from './effect.ts'

type Line = { readonly title: string; readonly sent: string; readonly acted: string; readonly quiet: string }

export type EffectCard = CardOf<
  'messages/response/effect',
  TitlePart & FooterPart & ButtonsPart & { readonly lines: readonly Line[] }
>

/** Effect of messages by topic, in the whole programme. */
export function effectCard(words: Words, { day, topics }: EffectShown): EffectCard {
  const { say } = words
  const lines = topics.map(({ topic, sent, acted, quiet }) => ({
    title: topicText(words, topic),
    sent: say('message.effect.sent', { count: sent }),
    acted: say('message.effect.acted', { count: acted }),
    quiet: say('message.effect.quiet', { count: quiet }),
  }))
  const date = words.shortDay(momentOf(day, '12:00', words.zone) ?? 0)
  const footer = say('message.effect.rules', { date })
  const back = { title: say('message.choices'), verb: 'messages.preferences', data: {} }
  const data = { title: say('message.effect'), lines, footer, buttons: [back] }
  return { template: 'messages/response/effect', data }
}
