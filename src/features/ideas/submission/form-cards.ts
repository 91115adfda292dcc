import type { FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { kept, plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { type Axes, axisChoices, type Choice, headerOf, ICON } from '../idea/cards.ts'
import type { IdeaBox, IdeaSeen } from '../idea/domain.ts'

/** What a box that can be ticked sends. */
export type Switch = 'on' | 'off'

type FormData = HeaderPart &
  TitlePart &
  FooterPart & {
    readonly text: string
    readonly axis: string
    readonly axes: readonly Choice[]
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
    readonly axes: readonly Choice[]
    readonly send: string
    readonly verb: string
    readonly idea: string
    readonly nonce: string
  }
export type WritingCard = CardOf<'ideas/writing', WritingData>
export type FormCard = CardOf<'ideas/form', FormData> | WritingCard

export type Draft = { readonly text?: string; readonly axis?: string; readonly unnamed?: Switch | undefined }

/** The form; with a box, its question. `nonce` is '' on the card that stands in the channel. */
export function formCard(
  words: Words,
  axes: Axes,
  nonce: string,
  box?: Pick<IdeaBox, 'id' | 'question'>,
  { text = '', axis = '', unnamed = 'off' }: Draft = {},
): Extract<FormCard, { template: 'ideas/form' }> {
  return {
    template: 'ideas/form',
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

/** Another text for an idea that is out, and another axis. */
export function correctionCard(
  words: Words,
  axes: Axes,
  idea: IdeaSeen,
  { text = idea.text, axis = idea.axis ?? '' }: Draft = {},
): WritingCard {
  return {
    template: 'ideas/writing',
    data: {
      ...headerOf(words, axes, idea),
      title: words.say('idea.correct.title'),
      label: words.say('idea.label'),
      placeholder: words.say('idea.placeholder'),
      text: kept(text),
      axis: axes.axis(axis) ? axis : '',
      axes: axisChoices(words, axes),
      send: words.say('idea.correct.save'),
      verb: 'ideas.correct',
      idea: idea.id,
      nonce: '',
      footer: words.say('idea.correct.rules'),
    },
  }
}

/** A comment, with the idea it is about above it. */
export function commentForm(words: Words, axes: Axes, idea: IdeaSeen, nonce: string, text = ''): WritingCard {
  return {
    template: 'ideas/writing',
    data: {
      ...headerOf(words, axes, idea),
      title: safe(idea.text),
      label: words.say('comment.label'),
      placeholder: words.say('idea.comment.placeholder'),
      text: kept(text),
      axis: '',
      axes: [],
      send: words.say('comment.send'),
      verb: 'ideas.comment',
      idea: idea.id,
      nonce,
      footer: words.say(idea.mine && idea.unnamed ? 'comment.rules.unnamed' : 'comment.rules'),
    },
  }
}

/** Why an idea is not pursued: the reason that stands is there to be changed. */
export function asideForm(
  words: Words,
  axes: Axes,
  idea: IdeaSeen,
  text = idea.decision?.reason ?? '',
): WritingCard {
  return {
    template: 'ideas/writing',
    data: {
      ...headerOf(words, axes, idea),
      title: safe(idea.text),
      label: words.say('idea.aside.label'),
      placeholder: words.say('idea.aside.placeholder'),
      text: kept(text),
      axis: '',
      axes: [],
      send: words.say('idea.decide.aside'),
      verb: 'ideas.aside',
      idea: idea.id,
      nonce: '',
      footer: words.say('idea.aside.rules'),
    },
  }
}

/** The answer to an idea: the one that stands is there to be changed. */
export function answerForm(
  words: Words,
  axes: Axes,
  idea: IdeaSeen,
  text = idea.answer?.text ?? '',
): WritingCard {
  const name = plain(idea.authorName)
  return {
    template: 'ideas/writing',
    data: {
      ...headerOf(words, axes, idea),
      title: safe(idea.text),
      label: name === '' ? words.say('idea.answer.label.plain') : words.say('idea.answer.label', { name }),
      placeholder: words.say('idea.answer.placeholder'),
      text: kept(text),
      axis: '',
      axes: [],
      send: words.say('idea.answer.send'),
      verb: 'ideas.answer',
      idea: idea.id,
      nonce: '',
      footer: words.say('idea.answer.rules'),
    },
  }
}
