import type { FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { prefilled, safe } from '../../../cards/text.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import { type TrialCardContext, trialHeader } from '../card/cards.ts'
import type { TrialOnCard } from '../card/domain.ts'
import { dayText } from '../card/measure-cards.ts'

export type TrialNoteCard = CardOf<
  'trials/testers/note',
  HeaderPart &
    TitlePart &
    FooterPart & {
      readonly trial: string
      readonly initiative: string
      readonly text: PlainText
      readonly nonce: string
    }
>

/** What comes next for somebody who tries it. */
export function nextOf(
  { words }: TrialCardContext,
  { standing, from, until, measures }: TrialOnCard,
): string {
  const when =
    standing === 'planned'
      ? words.say('trial.testers.tried.from', { date: dayText(words, from) })
      : words.say('trial.testers.tried.until', { date: dayText(words, until) })
  const asked = measures.some(({ kind }) => kind === 'question')
  return asked ? `${when} ${words.say('trial.testers.tried.asked')}` : when
}

/** Form for a signed line. `text`: what was typed before. */
export function trialNoteForm(
  context: TrialCardContext,
  trial: TrialOnCard,
  { text, nonce }: { readonly text: string; readonly nonce: string },
): TrialNoteCard {
  return {
    template: 'trials/testers/note',
    data: {
      ...trialHeader(context, trial),
      title: safe(trial.title),
      trial: trial.id,
      initiative: trial.initiative,
      text: prefilled(text),
      nonce,
      footer: context.words.say('trial.testers.note.rules'),
    },
  }
}
