import type { FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { prefilled, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { axisChoices, type Programme } from '../../programme/index.ts'
import { ICON, type IdeaAxes, type IdeaChoice } from './frame-cards.ts'

/** Values of a checkbox. */
export type Switch = 'on' | 'off'

type FormData = HeaderPart &
  TitlePart &
  FooterPart & {
    readonly label: string
    readonly text: string
    readonly axis: string
    readonly axes: readonly IdeaChoice[]
    readonly unnamed: Switch
    /** No name is shown whatever one chooses: nothing is asked. */
    readonly withheld: Switch
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

/** A box's question, its id, and what is sent through it. */
export type BoxQuestion = {
  readonly id: string
  readonly question: string
  readonly kind: 'ideas' | 'question'
}

type FormProgramme = IdeaAxes & Pick<Programme, 'thresholds'>

/** « 30 soutiens de 3 Directions : réponse sous 30 jours, par la Direction de l’idée » */
function thresholdText(
  { say }: Words,
  { supports, directions = 0, days, by }: FormProgramme['thresholds'][number],
): string {
  const who = say(by === 'lab' ? 'method.threshold.lab' : 'method.threshold.direction')
  return say('method.threshold', { supports, directions, days, who })
}

function rulesOf(words: Words, { thresholds }: FormProgramme, box: BoxQuestion | undefined): string {
  if (box?.kind !== 'question') return words.say(box ? 'idea.rules.box' : 'idea.rules')
  const due = thresholds.map(each => `${thresholdText(words, each)}.`)
  return [words.say('idea.rules.question'), ...due].join(' ')
}

/** The form; for a box, with its question. `nonce` is '' on the card posted in a channel. */
export function formCard(
  words: Words,
  axes: FormProgramme,
  nonce: string,
  box?: BoxQuestion,
  { text = '', axis = '', unnamed = 'off' }: IdeaDraft = {},
): IdeaFormCard {
  const asked = box?.kind === 'question'
  return {
    template: 'ideas/card/form',
    data: {
      icon: ICON,
      kind: words.say(asked ? 'idea.box.kind.question' : box ? 'idea.box' : 'idea.kind.plain'),
      title: box ? safe(box.question) : words.say('idea.form.title'),
      label: words.say(asked ? 'idea.label.question' : 'idea.label'),
      text: prefilled(text),
      axis: axes.axis(axis) ? axis : '',
      axes: axisChoices(words, axes.axes),
      unnamed,
      withheld: asked ? 'on' : 'off',
      box: box?.id ?? '',
      nonce,
      footer: rulesOf(words, axes, box),
    },
  }
}
