import type { FooterPart, PostedPart, TitlePart } from '../../../cards/parts.ts'
import { plain, prefilled, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import { type Channel, placesText, type WherePart, wherePart } from '../../channels/index.ts'
import type { Programme } from '../../programme/index.ts'
import { EMPTY_FORM, type WorkshopFormFields } from './form.ts'

type Choice = { readonly title: PlainText; readonly value: string }

/** `inputs`: whether the form's fields are sent along. */
type Act = {
  readonly title: string
  readonly verb: string
  readonly data: Readonly<Record<string, string>>
  readonly inputs: 'auto' | 'none'
}

type Form = TitlePart &
  FooterPart &
  WherePart & {
    readonly fields: Readonly<Record<Exclude<keyof WorkshopFormFields, 'seats'>, PlainText>>
    readonly seats: number
    /** An announced workshop keeps its axis and its channels; a day of a series is announced with it. */
    readonly asksAxis: boolean
    readonly asksWhere: boolean
    readonly acts: readonly Act[]
    /** First day that can be chosen. */
    readonly today: string
    readonly axes: readonly Choice[]
  }

type Preview = PostedPart &
  FooterPart & {
    /** Fields sent again by either button. */
    readonly fields: Readonly<Record<keyof WorkshopFormFields, PlainText>>
  }

type FormCard = CardOf<'workshops/workshop/form', Form>
type PreviewCard = CardOf<'workshops/workshop/preview', Preview>
export type WorkshopFormCard = FormCard | PreviewCard

/** Bytes for channels and Directions in a card of 28 kB, with everything else at its longest. */
const WHERE_SIZE = 14_000

/** Typed fields as data of a button. */
export function keptFields(fields: WorkshopFormFields): Record<keyof WorkshopFormFields, PlainText> {
  const pairs = Object.entries(fields).map(([name, text]) => [name, prefilled(text)])
  return Object.fromEntries(pairs) as Record<keyof WorkshopFormFields, PlainText>
}

type WorkshopFormParts = {
  readonly words: Words
  readonly programme: Pick<Programme, 'axes' | 'directions'>
  readonly channels: readonly Channel[]
  readonly nonce: string
  /** Milliseconds. */
  readonly now: number
  /** What was typed before. */
  readonly fields?: WorkshopFormFields
  /** The workshop to be changed. */
  readonly workshop?: string
  /** The series of the day; '' for none. */
  readonly series?: string
  /** Whether it is a draft day. */
  readonly draft?: boolean
}

function axisChoices({ words, programme }: WorkshopFormParts): Choice[] {
  return programme.axes.map(({ id, title }) => ({ title: plain(title[words.language]), value: id }))
}

function firstFields(nonce: string): WorkshopFormFields {
  const empty = { title: '', description: '', axis: '', date: '', place: '', link: '' }
  return { ...empty, ...EMPTY_FORM, channel: '', directions: '', nonce }
}

/** Buttons of the form. */
function actsOf(
  { words: { say }, workshop = '', series = '', draft = false }: WorkshopFormParts,
  nonce: string,
): Act[] {
  const send = (title: string, verb: string, more = {}): Act => ({
    title,
    verb: `workshops.${verb}`,
    data: { nonce, ...more },
    inputs: 'auto',
  })
  const leave = (title: string, verb: string, data = {}): Act => ({
    title,
    verb: `workshops.${verb}`,
    data,
    inputs: 'none',
  })
  const back = series === '' ? [] : [leave(say('series.back'), 'series', { series })]
  if (draft) {
    const save = send(say('workshop.change.save'), 'day-write', { series, workshop })
    const remove = workshop === '' ? [] : [leave(say('series.day.remove'), 'day-remove', { workshop })]
    return [save, ...remove, ...back]
  }
  if (workshop === '')
    return [send(say('workshop.preview'), 'preview'), leave(say('series.several'), 'series-form')]
  return [
    send(say('workshop.change.save'), 'change', { workshop }),
    leave(say('off.form'), 'call-off-form', { workshop }),
    leave(say('workshop.change.leave'), 'mine', { workshop }),
    ...back,
  ]
}

const TITLES = {
  new: ['workshop.form.title', 'workshop.form.footer'],
  change: ['workshop.change.title', 'workshop.change.footer'],
  day: ['series.day.form', 'series.form.footer'],
} as const

/** The form, empty or filled in; shared by announcing a workshop, changing one and days of a series. */
export function formCard(parts: WorkshopFormParts): FormCard {
  const { words, programme, channels, nonce, now, fields: typed, workshop = '', draft = false } = parts
  const { say } = words
  const { directions } = programme
  const { seats, ...fields } = keptFields(typed ?? firstFields(nonce))
  const where = { channels, directions, size: WHERE_SIZE, ...(typed && { fields: typed }) }
  const [title, footer] = TITLES[draft ? 'day' : workshop === '' ? 'new' : 'change']
  const data = {
    ...wherePart(words, where),
    title: say(title),
    fields,
    seats: Number(seats || EMPTY_FORM.seats) || 0,
    today: dateIn(now, words.zone),
    axes: axisChoices(parts),
    asksAxis: draft || workshop === '',
    asksWhere: !draft && workshop === '',
    acts: actsOf(parts, fields.nonce),
    footer: say(footer),
  }
  return { template: 'workshops/workshop/form', data }
}

type PreviewParts = PostedPart & {
  readonly words: Words
  readonly channels: readonly Channel[]
  readonly fields: WorkshopFormFields
}

/** Preview of the announcement, with buttons to edit or publish. */
export function previewCard({ words, posted, channels, fields }: PreviewParts): PreviewCard {
  const footer = words.say('workshop.preview.footer', { channel: safe(placesText(words, channels)) })
  return { template: 'workshops/workshop/preview', data: { posted, fields: keptFields(fields), footer } }
}

/** Confirms the channels of the announcement. */
export function publishedNotice(words: Words, channels: readonly Channel[]) {
  const title = words.say('workshop.published', { channel: safe(placesText(words, channels)) })
  return { tone: 'good', title } as const
}
