import type { ButtonsPart, FactsPart, FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { prefilled, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import {
  type Channel,
  placesText,
  type WhereFields,
  type WherePart,
  wherePart,
} from '../../channels/index.ts'
import type { Programme } from '../../programme/index.ts'
import { button, seeIdeas } from '../card/button-cards.ts'
import { ICON } from '../card/frame-cards.ts'
import type { BoxKind, IdeaBox } from './domain.ts'

type BoxFormData = HeaderPart &
  TitlePart &
  FooterPart &
  WherePart & {
    readonly question: string
    readonly kindChosen: BoxKind
    /** Empty where nothing can be chosen. */
    readonly kinds: readonly { readonly title: string; readonly value: BoxKind }[]
    readonly nonce: string
  }

export type BoxCard =
  | CardOf<'ideas/boxes/form', BoxFormData>
  | CardOf<'ideas/boxes/opened', HeaderPart & TitlePart & FactsPart & ButtonsPart>

export type BoxFields = WhereFields & { readonly question: string; readonly kind: BoxKind }

type BoxFormParts = {
  readonly words: Words
  readonly channels: readonly Channel[]
  readonly directions: Programme['directions']
  readonly nonce: string
  /** Whether questions to the management can be asked for. */
  readonly takesQuestions: boolean
  /** What was typed before. */
  readonly fields?: BoxFields
}

/** Bytes for channels and Directions: a card is limited to 28 kB. */
const WHERE_SIZE = 18_000

/** Form with which an organiser opens a box in channels. */
export function boxFormCard(parts: BoxFormParts): Extract<BoxCard, { template: 'ideas/boxes/form' }> {
  const { words, channels, directions, nonce, takesQuestions, fields } = parts
  const kinds = (['ideas', 'question'] as const).map(value => ({
    title: words.say(`idea.box.kind.${value}`),
    value,
  }))
  return {
    template: 'ideas/boxes/form',
    data: {
      ...wherePart(words, { channels, directions, size: WHERE_SIZE, ...(fields && { fields }) }),
      icon: ICON,
      kind: words.say('idea.box'),
      title: words.say('idea.box.title'),
      question: prefilled(fields?.question ?? ''),
      kindChosen: fields?.kind ?? 'ideas',
      kinds: takesQuestions ? kinds : [],
      nonce,
      footer: takesQuestions
        ? `${words.say('idea.box.rules')} ${words.say('idea.box.rules.question')}`
        : words.say('idea.box.rules'),
    },
  }
}

/** A box that takes no more: what was asked stands, with what came of it. */
export function boxClosedCard(
  words: Words,
  box: Pick<IdeaBox, 'id' | 'question'>,
): Extract<BoxCard, { template: 'ideas/boxes/opened' }> {
  return {
    template: 'ideas/boxes/opened',
    data: {
      icon: ICON,
      kind: words.say('idea.box.closed'),
      title: safe(box.question),
      facts: [{ icon: 'CheckmarkCircle', text: words.say('idea.box.closed.sub') }],
      buttons: [seeIdeas(words, box.id)],
    },
  }
}

/** Confirms to the organiser where the box was posted. */
export function boxOpenedCard(
  words: Words,
  box: IdeaBox,
  channels: readonly Channel[],
): Extract<BoxCard, { template: 'ideas/boxes/opened' }> {
  return {
    template: 'ideas/boxes/opened',
    data: {
      icon: ICON,
      kind: words.say(box.kind === 'question' ? 'idea.box.kind.question' : 'idea.box'),
      title: safe(box.question),
      facts: [{ icon: 'Channel', text: safe(placesText(words, channels)) }],
      buttons: [seeIdeas(words, box.id), button(words.say('idea.box.another'), 'ideas.box-form')],
    },
  }
}
