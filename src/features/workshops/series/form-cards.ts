import type { FooterPart, PostedPart, TitlePart } from '../../../cards/parts.ts'
import { plain, prefilled, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import { type Channel, placesText, type WherePart, wherePart } from '../../channels/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { SeriesSeen } from './domain.ts'
import type { SeriesFields, SeriesWhereFields } from './form.ts'

type Choice = { readonly title: PlainText; readonly value: string }

type Form = TitlePart &
  FooterPart & {
    readonly fields: Readonly<Record<'title' | 'description' | 'axis' | 'nonce', PlainText>>
    /** '' for a new one. */
    readonly series: string
    readonly axes: readonly Choice[]
    readonly save: string
  }

type WhereData = TitlePart & FooterPart & WherePart & { readonly series: string; readonly nonce: PlainText }

type Preview = PostedPart &
  FooterPart & {
    /** Fields sent again by either button. */
    readonly fields: Readonly<Record<keyof SeriesWhereFields, PlainText>>
  }

export type SeriesFormCard =
  | CardOf<'workshops/series/form', Form>
  | CardOf<'workshops/series/where', WhereData>
  | CardOf<'workshops/series/preview', Preview>

/** Bytes left for channels and Directions in a card of 28 kB. */
const WHERE_SIZE = 18_000

type FormVoice = { readonly words: Words; readonly programme: Pick<Programme, 'axes'> }

/** Form for the title, description and axis of a series. */
export function seriesFormCard({ words, programme }: FormVoice, fields: SeriesFields) {
  const { say } = words
  const { series, title, description, axis, nonce } = fields
  const fresh = series === ''
  return {
    template: 'workshops/series/form',
    data: {
      title: say(fresh ? 'series.form.title' : 'series.form.change'),
      series,
      fields: {
        title: prefilled(title),
        description: prefilled(description),
        axis: prefilled(axis),
        nonce: prefilled(nonce),
      },
      axes: programme.axes.map(each => ({ title: plain(each.title[words.language]), value: each.id })),
      save: say(fresh ? 'series.form.save' : 'workshop.change.save'),
      footer: say(fresh ? 'series.form.footer' : 'series.edit.footer'),
    },
  } satisfies SeriesFormCard
}

type WhereParts = {
  readonly words: Words
  readonly programme: Pick<Programme, 'directions'>
  readonly channels: readonly Channel[]
  readonly fields: SeriesWhereFields
  /** Whether channels were chosen before. */
  readonly chosen: boolean
}

/** Chooses the channels of the announcement. */
export function seriesWhereCard({ words, programme, channels, fields, chosen }: WhereParts) {
  const { directions } = programme
  const where = { channels, directions, size: WHERE_SIZE, ...(chosen && { fields }) }
  return {
    template: 'workshops/series/where',
    data: {
      ...wherePart(words, where),
      title: words.say('series.where'),
      series: fields.series,
      nonce: prefilled(fields.nonce),
      footer: words.say('workshop.form.footer'),
    },
  } satisfies SeriesFormCard
}

type PreviewParts = PostedPart & {
  readonly words: Words
  readonly series: Pick<SeriesSeen, 'stage'>
  readonly channels: readonly Channel[]
  readonly fields: SeriesWhereFields
}

/** Preview of the announcement, with buttons to edit or publish. */
export function seriesPreviewCard({ words, posted, series, channels, fields }: PreviewParts) {
  const { series: id, channel, directions, nonce } = fields
  const known = series.stage !== 'draft'
  return {
    template: 'workshops/series/preview',
    data: {
      posted,
      fields: {
        series: prefilled(id),
        channel: prefilled(channel),
        directions: prefilled(directions),
        nonce: prefilled(nonce),
      },
      footer: known
        ? words.say('series.preview.again')
        : words.say('workshop.preview.footer', { channel: safe(placesText(words, channels)) }),
    },
  } satisfies SeriesFormCard
}
