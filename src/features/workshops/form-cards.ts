import type { FactsPart, FooterPart, HeaderPart, TitlePart } from '../../cards/parts.ts'
import { kept, plain, safe } from '../../cards/text.ts'
import type { Words } from '../../i18n/words.ts'
import type { CardOf, PlainText, SafeText } from '../../kernel/card.ts'
import { dateIn } from '../../kernel/zone.ts'
import { type Channel, placesText, type WherePart, wherePart } from '../channels/index.ts'
import type { Programme } from '../programme/index.ts'
import { sheetOf } from './cards.ts'
import type { Draft } from './domain.ts'
import { EMPTY_FORM, type FormFields } from './form.ts'

type Choice = { readonly title: PlainText; readonly value: string }

type Form = TitlePart &
  FooterPart &
  WherePart & {
    readonly fields: Readonly<Record<Exclude<keyof FormFields, 'seats'>, PlainText>>
    readonly seats: number
    /** The workshop that changes; '' for a new one. */
    readonly workshop: string
    /** The first day that can be chosen. */
    readonly today: string
    readonly axes: readonly Choice[]
  }

type Preview = HeaderPart &
  TitlePart &
  FactsPart &
  FooterPart & {
    readonly description: SafeText | ''
    /** The fields, to be sent once more by either button. */
    readonly fields: Readonly<Record<keyof FormFields, PlainText>>
  }

type FormCard = CardOf<'workshops/form', Form>
type PreviewCard = CardOf<'workshops/preview', Preview>
export type WorkshopFormCard = FormCard | PreviewCard

/** Bytes left for channels and Directions in a card of 28 kB, once all else is drawn at its longest. */
const WHERE_SIZE = 14_000

function keptFields(fields: FormFields): Record<keyof FormFields, PlainText> {
  const pairs = Object.entries(fields).map(([name, text]) => [name, kept(text)])
  return Object.fromEntries(pairs) as Record<keyof FormFields, PlainText>
}

export type FormParts = {
  readonly words: Words
  readonly programme: Pick<Programme, 'axes' | 'directions'>
  readonly channels: readonly Channel[]
  readonly nonce: string
  /** Milliseconds. */
  readonly now: number
  /** What was typed before, if it was. */
  readonly fields?: FormFields
  /** The workshop that changes: it keeps its axis and its channels. */
  readonly workshop?: string
}

function axisChoices({ words, programme }: FormParts): Choice[] {
  return programme.axes.map(({ id, title }) => ({ title: plain(title[words.language]), value: id }))
}

function firstFields(nonce: string): FormFields {
  const empty = { title: '', description: '', axis: '', date: '', place: '', link: '' }
  return { ...empty, ...EMPTY_FORM, channel: '', directions: '', nonce }
}

/** The form, empty or with what was typed; the same to announce a workshop and to change one. */
export function formCard(parts: FormParts): FormCard {
  const { words, programme, channels, nonce, now, fields: typed, workshop = '' } = parts
  const { say } = words
  const { directions } = programme
  const { seats, ...fields } = keptFields(typed ?? firstFields(nonce))
  const where = { channels, directions, size: WHERE_SIZE, ...(typed && { fields: typed }) }
  const data = {
    ...wherePart(words, where),
    title: say(workshop === '' ? 'workshop.form.title' : 'workshop.change.title'),
    workshop,
    fields,
    seats: Number(seats || EMPTY_FORM.seats) || 0,
    today: dateIn(now, words.zone),
    axes: axisChoices(parts),
    footer: say(workshop === '' ? 'workshop.form.footer' : 'workshop.change.footer'),
  }
  return { template: 'workshops/form', data }
}

type PreviewParts = {
  readonly words: Words
  readonly programme: Pick<Programme, 'axis'>
  readonly draft: Draft
  readonly channels: readonly Channel[]
  readonly fields: FormFields
}

/** The announcement as it will stand, and the two ways on. */
export function previewCard({ words, programme, draft, channels, fields }: PreviewParts): PreviewCard {
  const { link: _, openTitle: __, ...sheet } = sheetOf({ words, programme }, draft)
  const seats = words.say('workshop.seats', { count: draft.capacity })
  const data = {
    ...sheet,
    badge: { text: words.say('workshop.draft'), tone: 'neutral' as const },
    facts: [...sheet.facts, { icon: 'People', text: seats }],
    description: draft.description === '' ? ('' as const) : safe(draft.description),
    fields: keptFields(fields),
    footer: words.say('workshop.preview.footer', { channel: safe(placesText(words, channels)) }),
  }
  return { template: 'workshops/preview', data }
}

/** Where the announcement went. */
export function publishedNotice(words: Words, channels: readonly Channel[]) {
  const title = words.say('workshop.published', { channel: safe(placesText(words, channels)) })
  return { tone: 'good', title } as const
}
