import type { FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { prefilled, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { axisChoices, ICON, type IdeaAxes, type IdeaChoice } from './frame-cards.ts'

/** Values of a checkbox. */
export type Switch = 'on' | 'off'

type FormData = HeaderPart &
  TitlePart &
  FooterPart & {
    readonly text: string
    readonly axis: string
    readonly axes: readonly IdeaChoice[]
    readonly unnamed: Switch
    /** '' when there is none. */
    readonly box: string
    /** '' on a card posted in a channel, which many people press. */
    readonly nonce: string
  }
type WritingData = HeaderPart &
  TitlePart &
  FooterPart & {
    readonly label: string
    readonly placeholder: string
    readonly text: string
    readonly axis: string
    readonly axes: readonly IdeaChoice[]
    readonly send: string
    readonly verb: string
    readonly idea: string
    readonly nonce: string
  }
export type WritingCard = CardOf<'ideas/card/writing', WritingData>
export type IdeaFormCard = CardOf<'ideas/card/form', FormData>

export type IdeaDraft = {
  readonly text?: string
  readonly axis?: string
  readonly unnamed?: Switch | undefined
}

/** A box's question, and its id. */
export type BoxQuestion = { readonly id: string; readonly question: string }

/** The form; for a box, with its question. `nonce` is '' on the card posted in a channel. */
export function formCard(
  words: Words,
  axes: IdeaAxes,
  nonce: string,
  box?: BoxQuestion,
  { text = '', axis = '', unnamed = 'off' }: IdeaDraft = {},
): IdeaFormCard {
  return {
    template: 'ideas/card/form',
    data: {
      icon: ICON,
      kind: words.say(box ? 'idea.box' : 'idea.kind.plain'),
      title: box ? safe(box.question) : words.say('idea.form.title'),
      text: prefilled(text),
      axis: axes.axis(axis) ? axis : '',
      axes: axisChoices(words, axes),
      unnamed,
      box: box?.id ?? '',
      nonce,
      footer: words.say(box ? 'idea.rules.box' : 'idea.rules'),
    },
  }
}
