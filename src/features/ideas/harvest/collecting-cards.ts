import type { FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { plain, prefilled, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import { axisChoices } from '../../programme/index.ts'
import type { Switch } from '../card/form-cards.ts'
import { ICON, type IdeaAxes, type IdeaChoice } from '../card/frame-cards.ts'
import type { IdeaWorkshop } from './collecting.ts'

type GatheringData = HeaderPart &
  TitlePart &
  FooterPart & {
    readonly text: PlainText
    readonly axis: string
    readonly axes: readonly IdeaChoice[]
    readonly table: PlainText
    readonly unnamed: Switch
    readonly workshop: string
    readonly nonce: string
    /** Link to the harvest page in the tab; '' for who may not harvest. */
    readonly harvest: string
    /** It would be an idea like any other, of no workshop. */
    readonly aside: boolean
  }
export type GatheringCard = CardOf<'ideas/harvest/form', GatheringData>

export type Gathered = {
  readonly text: string
  readonly axis: string
  readonly table: string
  readonly unnamed: Switch
}

/** Form for an idea said at a workshop, filled in with its axis and with the table of the idea before. */
export function gatheringCard(
  words: Words,
  axes: IdeaAxes,
  workshop: Pick<IdeaWorkshop, 'id' | 'title' | 'axis'>,
  nonce: string,
  given: Gathered,
  { harvest, aside }: Pick<GatheringData, 'harvest' | 'aside'>,
): GatheringCard {
  const axis = given.axis === '' ? workshop.axis : given.axis
  return {
    template: 'ideas/harvest/form',
    data: {
      icon: ICON,
      kind: words.say('idea.gathering', { title: safe(workshop.title) }),
      title: words.say('idea.form.title'),
      text: prefilled(given.text),
      axis: axes.axis(axis) ? axis : '',
      axes: axisChoices(words, axes.axes),
      table: plain(given.table),
      unnamed: given.unnamed,
      workshop: workshop.id,
      nonce,
      harvest,
      aside,
      footer: words.say('idea.rules'),
    },
  }
}
