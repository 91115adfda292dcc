import type { ButtonsPart, TitlePart } from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import { channelTitle } from '../channel/title-cards.ts'
import { isUnsettled, keyOf, type Unsettled } from './outcome.ts'

type Choice = { readonly title: PlainText; readonly value: string }
type Button = ButtonsPart['buttons'][number]

export type AnnouncedListCard = CardOf<
  'channels/announcements/list',
  {
    readonly items: readonly { readonly title: string; readonly state: string }[]
    readonly choices: readonly Choice[]
    readonly empty: string
    /** Cursor of this page, to come back to. */
    readonly after: string
  } & TitlePart &
    ButtonsPart
>
export type AnnouncedOneCard = CardOf<
  'channels/announcements/outcome',
  { readonly lines: readonly { readonly text: string }[] } & TitlePart & ButtonsPart
>

/** « Atelier · Équipe · Canal » */
function titleOf(words: Words, { thing, where }: Unsettled): string {
  return `${words.say(`announce.check.${thing}`)} · ${channelTitle(words, where)}`
}

/** Several may have been announced in one channel: they are distinguished by time. */
function choiceTitle(words: Words, item: Unsettled): PlainText {
  return plain(`${titleOf(words, item)} · ${words.shortDay(item.at)}, ${words.time(item.at)}`)
}

function whatOf({ say }: Words, item: Unsettled): string {
  const { state, why = 'other' } = item
  return say(isUnsettled(item) ? `announce.check.why.${why}` : `announce.check.${stateOf(state)}`)
}

function stateOf(state: Unsettled['state']): 'sent' | 'waiting' | 'dropped' {
  return state === 'waiting' || state === 'dropped' ? state : 'sent'
}

/** Time and outcome of the post. */
function lineOf(words: Words, item: Unsettled): string {
  const { at } = item
  const when = { date: words.shortDay(at), time: words.time(at) }
  return words.say('announce.check.line', { ...when, what: whatOf(words, item) })
}

type ListParts = {
  readonly words: Words
  readonly items: readonly Unsettled[]
  readonly mayDecide: boolean
  readonly next?: string
  readonly after: string
}

/** A page of announcements to check. */
export function announcedListCard({ words, items, mayDecide, next, after }: ListParts): AnnouncedListCard {
  const { say } = words
  const more = { title: say('announce.check.next'), verb: 'channels.to-check', data: { after: next ?? '' } }
  const list = { title: say('channel.list'), verb: 'channels.list', data: {} }
  const back = { title: say('channel.list.back'), verb: 'channels.announce', data: {} }
  return {
    template: 'channels/announcements/list',
    data: {
      title: say('announce.check.title'),
      items: items.map(item => ({ title: safe(titleOf(words, item)), state: lineOf(words, item) })),
      choices: items.map(item => ({ title: choiceTitle(words, item), value: keyOf(item) })),
      empty: items.length === 0 ? say('announce.check.count', { count: 0 }) : '',
      after,
      buttons: [...(next === undefined ? [] : [more]), ...(mayDecide ? [list, back] : [])],
    },
  }
}

/** The obstacle, or what to check first. */
function adviceOf(words: Words, item: Unsettled): readonly string[] {
  const { say } = words
  const { shut } = item.where
  if (!isUnsettled(item)) return []
  const since = shut && { date: words.shortDay(shut.since), time: words.time(shut.since) }
  if (since) return [say('channel.shut', since), say('announce.check.shut.how')]
  if (!item.open) return [say('announce.check.unwritable')]
  if (item.why === 'too-large') return [say('announce.check.too-large.how')]
  return item.state === 'unknown' ? [say('announce.check.unconfirmed.how')] : []
}

const LOOK = {
  workshop: { verb: 'workshops.mine', field: 'workshop' },
  series: { verb: 'workshops.list', field: 'series' },
  ballot: { verb: 'ballots.totals', field: 'ballot' },
  box: { verb: 'ideas.list', field: 'box' },
  trial: { verb: 'trials.decision', field: 'trial' },
} as const

/** No link: what a pilot publishes is complete where it is shown. */
function lookAt({ say }: Words, { thing, id }: Unsettled): Button[] {
  if (thing === 'post' || thing === 'story') return []
  const { verb, field } = LOOK[thing]
  return [{ title: say(`announce.check.${thing}.look`), verb, data: { [field]: id } }]
}

function decisions({ say }: Words, item: Unsettled, from: Readonly<Record<string, string>>): Button[] {
  if (!isUnsettled(item)) return []
  const data = { ...from, announced: keyOf(item), at: item.at }
  const settle = say(item.state === 'unknown' ? 'announce.check.there' : 'announce.check.drop')
  const repost = { title: say('announce.check.repost'), verb: 'channels.repost', data }
  return [{ title: settle, verb: 'channels.settle', data }, ...(item.open ? [repost] : [])]
}

type OneParts = {
  readonly words: Words
  readonly item: Unsettled
  readonly mayDecide: boolean
  /** Cursor of the list that one came from. */
  readonly list: string
}

/** One announcement in one channel, with organisers' acts. */
export function announcedOneCard({ words, item, mayDecide, list }: OneParts): AnnouncedOneCard {
  const { say } = words
  const lines = [lineOf(words, item), ...adviceOf(words, item)]
  const back = { title: say('announce.check.back'), verb: 'channels.to-check', data: { after: list } }
  return {
    template: 'channels/announcements/outcome',
    data: {
      title: safe(titleOf(words, item)),
      lines: lines.map(text => ({ text })),
      buttons: [...(mayDecide ? decisions(words, item, { list }) : []), ...lookAt(words, item), back],
    },
  }
}
