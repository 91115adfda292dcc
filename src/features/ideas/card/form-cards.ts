import type { FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { kept, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { axisChoices, ICON, type IdeaAxes, type IdeaChoice } from './frame-cards.ts'

/** What a box that can be ticked sends. */
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
    /** '' on a card that stands in a channel: many people press it. */
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

/** What a box asks, and its id. */
export type BoxQuestion = { readonly id: string; readonly question: string }

/** The form; with a box, its question. `nonce` is '' on the card that stands in the channel. */
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
      text: kept(text),
      axis: axes.axis(axis) ? axis : '',
      axes: axisChoices(words, axes),
      unnamed,
      box: box?.id ?? '',
      nonce,
      footer: words.say(box ? 'idea.rules.box' : 'idea.rules'),
    },
  }
}
