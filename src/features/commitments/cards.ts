import type { ButtonsPart, FactsPart, FooterPart, HeaderPart, TitlePart } from '../../cards/parts.ts'
import { kept, plain, safe } from '../../cards/text.ts'
import type { Words } from '../../i18n/words.ts'
import type { CardOf } from '../../kernel/card.ts'
import { momentOf } from '../../kernel/zone.ts'
import type { Programme } from '../programme/index.ts'
import { type Commitment, horizonsFrom, monthEnd, type Visibility } from './domain.ts'

type Choice = { readonly title: string; readonly value: string }
type Button = ButtonsPart['buttons'][number]
type Axes = Pick<Programme, 'axes' | 'axis'>

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

export type CommitmentCard =
  | CardOf<'commitments/form', FormData>
  | CardOf<'commitments/commitment', HeaderPart & TitlePart & FactsPart & ButtonsPart>
  | CardOf<
      'commitments/list',
      HeaderPart &
        TitlePart &
        ButtonsPart & { readonly sections: readonly Section[]; readonly silent: string }
    >

type Card<T extends CommitmentCard['template']> = Extract<CommitmentCard, { template: T }>

const ICON = 'Handshake'
const BADGES = { taken: 'brand', kept: 'good', 'let-go': 'neutral' } as const

function axisTitle(words: Words, { axis }: Axes, id: string): string {
  return safe(axis(id)?.title[words.language] ?? id)
}

/** « fin juin 2027 » for the last day of a month, « mardi 15 juin 2027 » for any other. */
function horizonText(words: Words, horizon: string): string {
  const noon = momentOf(horizon, '12:00', words.zone) ?? 0
  return horizon === monthEnd(horizon)
    ? words.say('commit.horizon.end.inline', { month: words.month(noon) })
    : words.day(noon)
}

/** « Fin juin 2027 », as a choice. */
function horizonChoice(words: Words, day: string): Choice {
  const month = words.month(momentOf(day, '12:00', words.zone) ?? 0)
  return { title: words.say('commit.horizon.end', { month }), value: day }
}

function button(title: string, verb: string, data: Button['data'] = {}): Button {
  return { title, verb, data }
}

/** « Les collègues de ma Direction » is offered once the Direction is known. */
function visibilitiesFor(words: Words, direction: string | undefined): Choice[] {
  const known =
    direction === undefined ? (['me', 'everyone'] as const) : (['me', 'direction', 'everyone'] as const)
  return known.map(value => ({ title: words.say(`commit.visibility.${value}`), value }))
}

export type Draft = {
  readonly axis?: string
  readonly text?: string
  readonly horizon?: string
  readonly visibility?: Visibility
  readonly idea?: string
}

export type FormContext = {
  readonly nonce: string
  /** `YYYY-MM-DD` */
  readonly today: string
  /** Id of the person's Direction. */
  readonly direction: string | undefined
}

export function formCard(
  words: Words,
  axes: Axes,
  context: FormContext,
  draft: Draft = {},
): Card<'commitments/form'> {
  const { nonce, today, direction } = context
  const { axis = '', text = '', horizon = '', visibility = 'me', idea = '' } = draft
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
      nonce,
      later: idea === '' ? { verb: 'commitments.list', data: {} } : { verb: 'ideas.show', data: { idea } },
      footer: words.say('commit.rules'),
    },
  }
}

function actsOn(words: Words, { id, state }: Commitment): Button[] {
  const all = button(words.say('command.mes-engagements'), 'commitments.list')
  if (state !== 'taken') return [button(words.say('commit.another'), 'commitments.form'), all]
  const end = (title: string, ending: string) =>
    button(title, 'commitments.end', { commitment: id, state: ending })
  return [end(words.say('commit.keep'), 'kept'), end(words.say('commit.letgo'), 'let-go'), all]
}

/** One commitment, as its owner sees it. */
export function commitmentCard(
  words: Words,
  axes: Axes,
  commitment: Commitment,
): Card<'commitments/commitment'> {
  const { axis, text, state, horizon, visibility } = commitment
  return {
    template: 'commitments/commitment',
    data: {
      icon: ICON,
      kind: words.say('commit.kind', { axis: axisTitle(words, axes, axis) }),
      badge: { text: words.say(`commit.state.${state}`), tone: BADGES[state] },
      title: safe(text),
      facts: [
        { icon: 'CalendarLtr', text: words.say('commit.due', { horizon: horizonText(words, horizon) }) },
        { icon: 'Eye', text: words.say(`commit.seenBy.${visibility}`) },
      ],
      buttons: actsOn(words, commitment),
    },
  }
}

function listed(words: Words, { id, text, state, horizon }: Commitment): Listed {
  const title = words.say('commit.open')
  const tooltip = words.say('act.on', { act: title, text: plain(text) })
  return {
    text: safe(text),
    detail: `${words.say(`commit.state.${state}`)} · ${horizonText(words, horizon)}`,
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

/** A page of one's own. With four of them, each with its act, two acts are left for the page: six is the limit. */
export function listCard(
  words: Words,
  axes: Axes,
  { items, next, silent }: CommitmentPage,
): Card<'commitments/list'> {
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
        button(words.say('command.engager'), 'commitments.form'),
      ],
    },
  }
}
