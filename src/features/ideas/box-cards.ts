import type { ButtonsPart, FactsPart, FooterPart, HeaderPart, TitlePart } from '../../cards/parts.ts'
import { kept, safe } from '../../cards/text.ts'
import type { Words } from '../../i18n/words.ts'
import type { CardOf } from '../../kernel/card.ts'
import { type Channel, channelTitle } from '../channels/index.ts'
import { button, seeIdeas } from './button-cards.ts'
import { type Choice, ICON } from './cards.ts'
import type { IdeaBox } from './domain.ts'

type BoxFormData = HeaderPart &
  TitlePart &
  FooterPart & {
    readonly question: string
    readonly channel: string
    readonly channels: readonly Choice[]
    readonly nonce: string
  }

export type BoxCard =
  | CardOf<'ideas/box-form', BoxFormData>
  | CardOf<'ideas/box-opened', HeaderPart & TitlePart & FactsPart & ButtonsPart>

export type BoxDraft = { readonly question?: string; readonly channel?: string }

/** What an organiser fills in to open a box in a channel. */
export function boxFormCard(
  words: Words,
  channels: readonly Channel[],
  nonce: string,
  { question = '', channel = '' }: BoxDraft = {},
): Extract<BoxCard, { template: 'ideas/box-form' }> {
  return {
    template: 'ideas/box-form',
    data: {
      icon: ICON,
      kind: words.say('idea.box'),
      title: words.say('idea.box.title'),
      question: kept(question),
      channel: channels.some(each => each.id === channel) ? channel : '',
      channels: channels.map(each => ({ title: channelTitle(words, each), value: each.id })),
      nonce,
      footer: words.say('idea.box.rules'),
    },
  }
}

/** Tells the organiser where the box stands. */
export function boxOpenedCard(
  words: Words,
  box: IdeaBox,
  channel: Channel,
): Extract<BoxCard, { template: 'ideas/box-opened' }> {
  return {
    template: 'ideas/box-opened',
    data: {
      icon: ICON,
      kind: words.say('idea.box'),
      title: safe(box.question),
      facts: [{ icon: 'Channel', text: safe(channelTitle(words, channel)) }],
      buttons: [seeIdeas(words, box.id), button(words.say('idea.box.another'), 'ideas.box-form')],
    },
  }
}
