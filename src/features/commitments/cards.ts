import type { ButtonsPart, FactsPart, FooterPart, HeaderPart, TabPart, TitlePart } from '../../cards/parts.ts'
import { kept, plain, safe } from '../../cards/text.ts'
import type { Words } from '../../i18n/words.ts'
import type { CardOf } from '../../kernel/card.ts'
import { momentOf } from '../../kernel/zone.ts'
import type { Programme } from '../programme/index.ts'
import { type Commitment, horizonsFrom, monthEnd, stageOf, type Visibility } from './domain.ts'

type Choice = { readonly title: string; readonly value: string }
type Button = ButtonsPart['buttons'][number]
export type Axes = Pick<Programme, 'axes' | 'axis'>

type FormData = HeaderPart &
  TitlePart &
  FooterPart & {
    readonly axis: string
    readonly axes: readonly Choice[]
    readonly text: string
    readonly horizon: string
    readonly horizons: readonly Choice[]
    readonly visibility: Visibility
    readonly visibilities: readonly Choice[]
    /** '' when it answers no idea. */
    readonly idea: string
    /** '' when it is taken after no colleague's. */
    readonly inspired: string
    readonly nonce: string
    /** Where « Plus tard » leads. */
    readonly later: { readonly verb: string; readonly data: Button['data'] }
  }

type Listed = {
  readonly text: string
  readonly detail: string
  readonly buttons: readonly (Button & { readonly tooltip: string })[]
}
type Section = { readonly axis: string; readonly commitments: readonly Listed[] }

type ListData = HeaderPart &
  TitlePart &
  ButtonsPart & { readonly sections: readonly Section[]; readonly silent: string }

type FormCard = CardOf<'commitments/form', FormData>
type OneCard = CardOf<'commitments/commitment', HeaderPart & TitlePart & FactsPart & ButtonsPart & TabPart>
export type ListCard = CardOf<'commitments/list', ListData>
export type CommitmentCard = FormCard | OneCard | ListCard

export const ICON = 'Handshake'
const BADGES = { taken: 'brand', underway: 'brand', kept: 'good', 'let-go': 'neutral' } as const

export function axisTitle(words: Words, { axis }: Axes, id: string): string {
  return safe(axis(id)?.title[words.language] ?? id)
}

/** « fin juin 2027 » for the last day of a month, « mardi 15 juin 2027 » for any other. */
export function horizonText(words: Words, horizon: string): string {
  const noon = momentOf(horizon, '12:00', words.zone) ?? 0
  return horizon === monthEnd(horizon)
    ? words.say('commit.horizon.end.inline', { month: words.month(noon) })
    : words.day(noon)
}

/** The horizons that can be chosen, each by its month. `today`: `YYYY-MM-DD`. */
export function horizonChoices(words: Words, today: string): Choice[] {
  return horizonsFrom(today).map(day => horizonChoice(words, day))
}

/** « Fin juin 2027 », as a choice. */
function horizonChoice(words: Words, day: string): Choice {
  const month = words.month(momentOf(day, '12:00', words.zone) ?? 0)
  return { title: words.say('commit.horizon.end', { month }), value: day }
}

export function button(title: string, verb: string, data: Button['data'] = {}): Button {
  return { title, verb, data }
}

/** « Les collègues de ma Direction » is offered once the Direction is known. */
function visibilitiesFor(words: Words, direction: string | undefined): Choice[] {
  const known =
    direction === undefined ? (['me', 'everyone'] as const) : (['me', 'direction', 'everyone'] as const)
  return known.map(value => ({ title: words.say(`commit.visibility.${value}`), value }))
}

/** « Plus tard » leads back to where one came from. */
function laterFrom(idea: string, inspired: string): FormData['later'] {
  if (idea !== '') return { verb: 'ideas.show', data: { idea } }
  return { verb: inspired === '' ? 'commitments.list' : 'commitments.near', data: {} }
}

export type Draft = {
  readonly axis?: string
  readonly text?: string
  readonly horizon?: string
  readonly visibility?: Visibility
  readonly idea?: string
  /** Id of the colleague's commitment that it is taken after. */
  readonly inspired?: string
}

export type FormContext = {
  readonly nonce: string
  /** `YYYY-MM-DD` */
  readonly today: string
  /** Id of the person's Direction. */
  readonly direction: string | undefined
}

export function formCard(words: Words, axes: Axes, context: FormContext, draft: Draft = {}): FormCard {
  const { nonce, today, direction } = context
  const { axis = '', text = '', horizon = '', visibility = 'me', idea = '', inspired = '' } = draft
  const horizons = horizonsFrom(today)
  const visibilities = visibilitiesFor(words, direction)
  return {
    template: 'commitments/form',
    data: {
      icon: ICON,
      kind: words.say('commit.kind.plain'),
      title: words.say('commit.title'),
      axis: axes.axis(axis) ? axis : '',
      axes: axes.axes.map(({ id, title }) => ({ title: plain(title[words.language]), value: id })),
      text: kept(text),
      horizon: horizons.includes(horizon) ? horizon : '',
      horizons: horizons.map(day => horizonChoice(words, day)),
      visibility: visibilities.some(({ value }) => value === visibility) ? visibility : 'me',
      visibilities,
      idea,
      inspired,
      nonce,
      later: laterFrom(idea, inspired),
      footer: words.say('commit.rules'),
    },
  }
}

/** The way to a note: how far one has come, or what one keeps of it. */
export function noteButton(words: Words, { id, state }: Commitment): Button {
  const title = words.say(state === 'let-go' ? 'commit.note.learn' : 'commit.note')
  return button(title, 'commitments.note-form', { commitment: id })
}

/** Likeliest first; the last note stands on the card, so that a list of them is worth a button from two on. */
function actsOn(words: Words, commitment: Commitment): Button[] {
  const { id, state, notes } = commitment
  const all = button(words.say('command.mes-engagements'), 'commitments.list')
  const mine = notes > 1 ? [button(words.say('commit.notes'), 'commitments.notes', { commitment: id })] : []
  const note = noteButton(words, commitment)
  if (state === 'let-go') return [note, ...mine, button(words.say('commit.another'), 'commitments.form'), all]
  if (state === 'kept') return [button(words.say('commit.another'), 'commitments.form'), note, ...mine, all]
  const end = (title: string, ending: string) =>
    button(title, 'commitments.end', { commitment: id, state: ending })
  return [note, end(words.say('commit.keep'), 'kept'), end(words.say('commit.letgo'), 'let-go'), ...mine, all]
}

/** Where its owner says how far it has come. */
export function commitmentInTab({ id }: Pick<Commitment, 'id'>): TabPart {
  return { inTab: { tab: 'personal', wanted: `commitment:${id}` } }
}

/** Its axis, and how far it has come. */
export function headerOf(words: Words, axes: Axes, commitment: Commitment): HeaderPart {
  const stage = stageOf(commitment)
  return {
    icon: ICON,
    kind: words.say('commit.kind', { axis: axisTitle(words, axes, commitment.axis) }),
    badge: { text: words.say(`commit.state.${stage}`), tone: BADGES[stage] },
  }
}

function factsOf(words: Words, { horizon, visibility, state, lastNote }: Commitment): FactsPart['facts'] {
  const seenBy = state === 'let-go' ? 'me' : visibility
  const note = lastNote && { date: words.shortDay(lastNote.at), text: safe(lastNote.text) }
  return [
    ...(note ? [{ icon: 'Note', text: words.say('commit.note.last', note) }] : []),
    { icon: 'CalendarLtr', text: words.say('commit.due', { horizon: horizonText(words, horizon) }) },
    { icon: 'Eye', text: words.say(`commit.seenBy.${seenBy}`) },
  ]
}

/** One commitment, as its owner sees it. */
export function commitmentCard(words: Words, axes: Axes, commitment: Commitment): OneCard {
  return {
    template: 'commitments/commitment',
    data: {
      ...headerOf(words, axes, commitment),
      ...commitmentInTab(commitment),
      title: safe(commitment.text),
      facts: factsOf(words, commitment),
      buttons: actsOn(words, commitment),
    },
  }
}

function listed(words: Words, commitment: Commitment): Listed {
  const { id, text, state, horizon } = commitment
  const title = words.say('commit.open')
  const tooltip = words.say('act.on', { act: title, text: plain(text) })
  return {
    text: safe(text),
    detail: `${words.say(`commit.state.${stageOf(commitment)}`)} · ${horizonText(words, horizon)}`,
    buttons: state === 'taken' ? [{ ...button(title, 'commitments.show', { commitment: id }), tooltip }] : [],
  }
}

export type CommitmentPage = {
  /** Under each axis, in the programme's order. */
  readonly items: readonly Commitment[]
  readonly next?: string
  /** Ids of the axes under which nothing stands yet. */
  readonly silent: readonly string[]
}

/** A page of one's own. With three of them, each with its act, three acts are left for the page: six is the limit. `acting`: may take one. */
export function listCard(
  words: Words,
  axes: Axes,
  { items, next, silent }: CommitmentPage,
  acting: boolean,
): ListCard {
  const sections = Object.entries(Object.groupBy(items, ({ axis }) => axis))
  const names = silent.map(axis => axisTitle(words, axes, axis)).join(', ')
  const silence = items.length === 0 ? 'commit.list.empty' : 'commit.list.silent'
  return {
    template: 'commitments/list',
    data: {
      icon: ICON,
      kind: words.say('commit.kind.plain'),
      title: words.say('command.mes-engagements'),
      sections: sections.map(([axis, commitments = []]) => ({
        axis: axisTitle(words, axes, axis),
        commitments: commitments.map(commitment => listed(words, commitment)),
      })),
      silent: silent.length === 0 ? '' : words.say(silence, { axes: names }),
      buttons: [
        ...(next === undefined
          ? []
          : [button(words.say('commit.list.more'), 'commitments.list', { after: next })]),
        ...(acting
          ? [
              button(words.say('command.engager'), 'commitments.form'),
              button(words.say('commit.near'), 'commitments.near'),
            ]
          : []),
      ],
    },
  }
}
