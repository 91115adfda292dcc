import type { ButtonsPart, FooterPart, TitlePart } from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import type { Channel } from '../channel/domain.ts'
import { channelTitle } from '../channel/title-cards.ts'
import { type BindingPart, boundAs, directionOf, PARTS } from './domain.ts'

type Named = { readonly id: string; readonly name: string }
type Choice = { readonly title: PlainText; readonly value: string }
type Button = ButtonsPart['buttons'][number]

export type BindingCard = CardOf<
  'channels/binding/form',
  {
    /** « Équipe · Canal » */
    readonly where: string
    readonly states: readonly { readonly text: string }[]
    readonly choices: readonly Choice[]
    /** Parts that the person may bind; empty: the card asks nothing. */
    readonly parts: readonly Choice[]
    /** Preselected Direction. */
    readonly direction: string
    readonly part: string
    readonly channel: string
    /** Cursor of the list that one came from, for the button « Rattacher ». */
    readonly data: Readonly<Record<string, string>>
  } & TitlePart &
    ButtonsPart &
    FooterPart
>
export type ChannelListCard = CardOf<
  'channels/binding/list',
  {
    readonly items: readonly { readonly title: string; readonly state: string }[]
    readonly choices: readonly Choice[]
    /** Cursor of this page, to come back to. */
    readonly after: string
    readonly empty: string
  } & TitlePart &
    ButtonsPart
>

type BindingParts = {
  readonly words: Words
  readonly channel: Channel
  /** All of the programme, and those that the person may bind to. */
  readonly directions: readonly Named[]
  readonly bindable: readonly Named[]
  /** Parts that they may bind. */
  readonly free: readonly BindingPart[]
  /** Cursor of the list that one came from; absent when one came from a channel. */
  readonly list?: string
}

function nameOf(directions: readonly Named[], id: string): string {
  return safe(directions.find(each => each.id === id)?.name ?? id)
}

function statesOf({ words, channel, directions, free }: BindingParts): string[] {
  const { direction, teamDirection, archived, shut } = channel
  const since = shut && { date: words.shortDay(shut.since), time: words.time(shut.since) }
  const named = (id: string) => ({ direction: nameOf(directions, id) })
  return [
    ...(directionOf(channel) === undefined ? [words.say('channel.bound.none')] : []),
    ...(direction === undefined ? [] : [words.say('channel.bound.channel', named(direction))]),
    ...(teamDirection === undefined ? [] : [words.say('channel.bound.team', named(teamDirection))]),
    ...(free.length < PARTS.length ? [words.say('channel.bound.others')] : []),
    ...(archived ? [words.say('channel.archived')] : []),
    ...(since ? [words.say('channel.shut', since)] : []),
  ]
}

function unbindButtons({ words, channel, free }: BindingParts, data: object): Button[] {
  const mine = (part: BindingPart) => free.includes(part) && boundAs(part, channel) !== undefined
  const button = (part: BindingPart, title: string) => ({
    title,
    verb: 'channels.unbind',
    data: { channel: channel.id, part, ...data },
  })
  return [
    ...(mine('channel') ? [button('channel', words.say('channel.unbind.channel'))] : []),
    ...(mine('team') ? [button('team', words.say('channel.unbind.team'))] : []),
  ]
}

/** Binding of a channel, and what of it the reader may change. */
export function bindingCard(parts: BindingParts): BindingCard {
  const { words, channel, bindable, free, list } = parts
  const data: Record<string, string> = list === undefined ? {} : { list }
  const back = { title: words.say('channel.list'), verb: 'channels.list', data: { after: list ?? '' } }
  const [only] = bindable.length === 1 ? bindable : []
  const chosen = bindable.find(({ id }) => id === directionOf(channel))
  return {
    template: 'channels/binding/form',
    data: {
      title: words.say('channel.bind'),
      where: safe(channelTitle(words, channel)),
      states: statesOf(parts).map(text => ({ text })),
      choices: bindable.map(({ id, name }) => ({ title: plain(name), value: id })),
      parts: free.map(part => ({ title: plain(words.say(`channel.bind.${part}`)), value: part })),
      direction: (chosen ?? only)?.id ?? '',
      part: free[0] ?? '',
      channel: channel.id,
      data: { channel: channel.id, ...data },
      buttons: [...unbindButtons(parts, data), ...(list === undefined ? [] : [back])],
      footer: words.say('channel.bind.footer'),
    },
  }
}

type ListParts = {
  readonly words: Words
  readonly directions: readonly Named[]
  readonly items: readonly Channel[]
  readonly next?: string
  readonly after: string
}

function stateOf({ words, directions }: ListParts, channel: Channel): string {
  const direction = directionOf(channel)
  const bound = direction === undefined ? words.say('channel.list.unbound') : nameOf(directions, direction)
  if (channel.archived) return words.say('channel.list.archived', { bound })
  if (!channel.shut) return bound
  return words.say('channel.list.shut', { bound, date: words.shortDay(channel.shut.since) })
}

/** A page of all channels, each with its Direction, and a way to change it. */
export function channelListCard(parts: ListParts): ChannelListCard {
  const { words, items, next, after } = parts
  const more = { title: words.say('channel.list.next'), verb: 'channels.list', data: { after: next ?? '' } }
  const back = { title: words.say('channel.list.back'), verb: 'channels.announce', data: {} }
  return {
    template: 'channels/binding/list',
    data: {
      title: words.say('channel.list'),
      items: items.map(channel => ({
        title: safe(channelTitle(words, channel)),
        state: stateOf(parts, channel),
      })),
      choices: items.map(channel => ({ title: plain(channelTitle(words, channel)), value: channel.id })),
      after,
      empty: items.length === 0 ? words.say('announce.channels', { count: 0 }) : '',
      buttons: [...(next === undefined ? [] : [more]), back],
    },
  }
}
