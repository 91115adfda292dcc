import type { FooterPart, PostedPart, TitlePart } from '../../../cards/parts.ts'
import { plain, prefilled, prefilledLines, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import { type Channel, placesText, type WherePart, wherePart } from '../../channels/index.ts'
import type { Idea } from '../../ideas/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { Workshop } from '../../workshops/index.ts'
import { endText } from '../ballot/cards.ts'
import { type BallotSeen, stageOf } from '../ballot/domain.ts'
import type { BallotDraft } from './domain.ts'
import { type BallotFormFields, EMPTY_FORM, isDetailed } from './form.ts'

type Choice = { readonly title: PlainText; readonly value: string }
type Fields = Readonly<Record<keyof BallotFormFields, PlainText>>

type FormData = TitlePart &
  FooterPart &
  WherePart & {
    readonly fields: Fields
    /** First day that can be chosen. */
    readonly today: string
    readonly ideas: readonly Choice[]
    readonly audiences: readonly Choice[]
    /** Directions to choose from; empty where there are too many for the card. */
    readonly asked: readonly Choice[]
    readonly most: number
    readonly per: number
    readonly quorum: number
    /** Whether all settings are shown. */
    readonly more: boolean
  }

type PreviewData = PostedPart & {
  /** Where it will be posted, when it opens unless at once, and how Directions are known. */
  readonly notes: readonly { readonly text: string }[]
  /** The primary button: opens it now, or saves it. */
  readonly act: string
  /** Fields sent again by either button. */
  readonly fields: Fields
}

type FormCard = CardOf<'ballots/drafting/form', FormData>
type PreviewCard = CardOf<'ballots/drafting/preview', PreviewData>
export type BallotFormCard = FormCard | PreviewCard

/**
 * Bytes for the ideas, and for channels and Directions, so that the card stays under 28 kB with everything else at its
 * longest.
 */
const LIST_SIZE = 6_500
/** The same for the Directions asked. */
const ASKED_SIZE = 3_500

/** The same for the workshops. */
const WORKSHOPS_SIZE = 3_000

/** As many choices as fit, in their order. */
function fitting(choices: readonly Choice[], size = LIST_SIZE): Choice[] {
  let left = size
  const fits = (choice: Choice) => {
    left -= Buffer.byteLength(JSON.stringify(choice)) + 1
    return left >= 0
  }
  const first = choices.findIndex(choice => !fits(choice))
  return choices.slice(0, first < 0 ? choices.length : first)
}

function keptFields({ options, ...fields }: BallotFormFields): Fields {
  const lines = Object.entries(fields).map(([name, value]) => [name, prefilled(value)] as const)
  return { ...(Object.fromEntries(lines) as Fields), options: prefilledLines(options) }
}

/** With defaults for empty choices; the audience has none. */
function filled(fields: BallotFormFields): BallotFormFields {
  const { kind, opening, results } = fields
  const { kind: k, opening: o, results: r } = EMPTY_FORM
  return { ...fields, kind: kind || k, opening: opening || o, results: results || r }
}

/** A whole number for an input; anything else becomes the default. */
function numberOr(text: string, usual: string): number {
  const typed = text.trim() === '' ? Number.NaN : Number(text)
  return Number.isInteger(typed) ? typed : Number(usual)
}

type BallotFormParts = {
  readonly words: Words
  readonly channels: readonly Channel[]
  readonly directions: Programme['directions']
  /** Those already chosen come first. */
  readonly ideas: readonly Pick<Idea, 'id' | 'text'>[]
  /** Workshops as an audience; the one already chosen comes first. */
  readonly workshops: readonly Pick<Workshop, 'id' | 'title'>[]
  readonly nonce: string
  /** Milliseconds. */
  readonly now: number
  /** What was typed before. */
  readonly fields?: BallotFormFields
}

function audiencesIn({ say }: Words, workshops: BallotFormParts['workshops']): readonly Choice[] {
  return [
    { title: plain(say('ballot.for.everybody')), value: 'everybody' },
    { title: plain(say('ballot.for.directions')), value: 'directions' },
    { title: plain(say('ballot.for.channels')), value: 'channels' },
    ...fitting(
      workshops.map(({ id, title }) => ({
        title: plain(say('ballot.for.workshop', { title })),
        value: `workshop:${id}`,
      })),
      WORKSHOPS_SIZE,
    ),
  ]
}

/** The form, empty or filled in. */
export function formCard(parts: BallotFormParts): FormCard {
  const { words, channels, directions, ideas, workshops, nonce, now, fields } = parts
  const typed = fields ?? { ...EMPTY_FORM, channel: '', directions: '', nonce }
  const asked = directions.map(({ id, name }) => ({ title: plain(name), value: id }))
  const data = {
    ...wherePart(words, { channels, directions, size: LIST_SIZE, ...(fields && { fields }) }),
    title: words.say('ballot.form.title'),
    fields: keptFields(filled(typed)),
    today: dateIn(now, words.zone),
    ideas: fitting(ideas.map(({ id, text }) => ({ title: plain(text), value: id }))),
    audiences: audiencesIn(words, workshops),
    asked: fitting(asked, ASKED_SIZE),
    most: numberOr(typed.most, EMPTY_FORM.most),
    per: numberOr(typed.per, EMPTY_FORM.per),
    quorum: numberOr(typed.quorum, EMPTY_FORM.quorum),
    more: isDetailed(typed),
    footer: words.say('ballot.form.footer'),
  }
  return { template: 'ballots/drafting/form', data }
}

type PreviewParts = PostedPart & {
  readonly words: Words
  readonly draft: BallotDraft
  readonly channels: readonly Channel[]
  readonly fields: BallotFormFields
  /** Milliseconds. */
  readonly now: number
}

/** Tells the organiser that it is open, or saved. `channels`: their number; the card below names them. */
export function openedNotice({ say }: Words, { stage }: Pick<BallotSeen, 'stage'>, channels: number) {
  const [title, text] =
    stage === 'open'
      ? (['ballot.opened', 'ballot.opened.sub'] as const)
      : (['ballot.kept', 'ballot.kept.sub'] as const)
  return { tone: 'good', title: say(title), text: say(text, { count: channels }) } as const
}

/** Preview of the card once it is open, with buttons to edit or open. */
export function previewCard({ words, draft, posted, channels, fields, now }: PreviewParts): PreviewCard {
  const { say } = words
  const stage = stageOf({ ...draft, createdAt: now }, now)
  const notes = [
    say('ballot.preview.where', { channel: safe(placesText(words, channels)) }),
    ...(stage === 'open' ? [] : [endText(words, { ...draft, stage })]),
    ...(draft.audience.kind === 'directions' ? [say('ballot.declared')] : []),
  ]
  const data = {
    posted,
    notes: notes.map(text => ({ text })),
    act: say(stage === 'open' ? 'ballot.open' : 'ballot.prepare'),
    fields: keptFields(fields),
  }
  return { template: 'ballots/drafting/preview', data }
}
