import { plain, prefilled, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { PlainText } from '../../../kernel/text/card.ts'
import type { Channel } from '../channel/domain.ts'
import { channelTitle } from '../channel/title-cards.ts'
import { type Targets, type WhereFields, whereOf } from './domain.ts'

type Named = { readonly id: string; readonly name: string }
type Choice = { readonly title: PlainText; readonly value: string }

/** Data of the template part `where` of a form. */
export type WherePart = {
  readonly channels: readonly Choice[]
  readonly directions: readonly Choice[]
  /** Says that not all channels are offered; '' when they are. */
  readonly cut: string
  /** What was chosen. */
  readonly where: { readonly channel: PlainText; readonly directions: PlainText }
}

/** Titles in a sentence; the others are counted. */
const NAMED = 4

/** As many choices as `size` bytes hold, in their order. */
function fitting(choices: readonly Choice[], size: number): readonly Choice[] {
  let left = size
  const first = choices.findIndex(choice => {
    left -= Buffer.byteLength(JSON.stringify(choice)) + 1
    return left < 0
  })
  return choices.slice(0, first < 0 ? choices.length : first)
}

type Offer = {
  readonly channels: readonly Channel[]
  readonly directions: readonly Named[]
  /** What was typed before; absent the first time, when an only channel is preselected. */
  readonly fields?: WhereFields
  /** Bytes for all choices, so that the card stays under 28 kB with everything else at its longest. */
  readonly size: number
}

function choiceTitle(words: Words, channel: Channel): PlainText {
  const title = plain(channelTitle(words, channel))
  if (!channel.shut) return title
  const date = words.shortDay(channel.shut.since)
  return plain(words.say('announce.channel.shut', { channel: title, date }))
}

/** Choice of channels, or of Directions instead. */
export function wherePart(words: Words, { channels, directions, fields, size }: Offer): WherePart {
  const offered = fitting(
    directions.map(({ id, name }) => ({ title: plain(name), value: id })),
    size / 2,
  )
  const chosen = fields ? whereOf(fields).directions : []
  const known = chosen.filter(id => directions.some(each => each.id === id)).join()
  const titled = channels.map(channel => ({ title: choiceTitle(words, channel), value: channel.id }))
  const choices = fitting(titled, size - Buffer.byteLength(JSON.stringify([offered, known])))
  const [only] = titled.length === 1 ? titled : []
  return {
    channels: choices,
    directions: offered,
    cut: choices.length < titled.length ? words.say('announce.channels.cut', { count: choices.length }) : '',
    where: {
      channel: prefilled(fields ? fields.channel : (only?.value ?? '')),
      directions: prefilled(known),
    },
  }
}

/** « Équipe · Canal », or how many channels, with the first four. Unescaped. */
export function placesText(words: Words, channels: readonly Channel[]): string {
  const titles = channels.slice(0, NAMED).map(channel => channelTitle(words, channel))
  const more = channels.length - titles.length
  const names = [titles.join(', '), ...(more > 0 ? [words.say('announce.places.more', { count: more })] : [])]
  const [one = ''] = titles
  return channels.length === 1
    ? one
    : words.say('announce.places', { count: channels.length, names: names.join(' ') })
}

type Gaps = Pick<Targets, 'unbound' | 'shut'>

/** Warns of chosen Directions without a channel and of channels without access; undefined when there are none. */
export function targetsNotice(words: Words, directions: readonly Named[], { unbound, shut }: Gaps) {
  const names = unbound.map(id => directions.find(each => each.id === id)?.name ?? id)
  const channels = shut.map(channel => channelTitle(words, channel))
  const gaps = [
    ...(names.length > 0
      ? [
          [
            words.say('announce.unbound', { directions: safe(names.join(', ')) }),
            words.say('announce.unbound.how'),
          ],
        ]
      : []),
    ...(channels.length > 0
      ? [
          [
            words.say('announce.shut', { channels: safe(channels.join(', ')) }),
            words.say('announce.shut.how'),
          ],
        ]
      : []),
  ]
  if (gaps.length === 0) return undefined
  const [title = '', text = ''] = [0, 1].map(at => gaps.map(gap => gap[at]).join(' '))
  return { tone: 'warning', title, text } as const
}
