import type { ButtonsPart, FactsPart, FooterPart, HeaderPart, TitlePart } from '../../cards/parts.ts'
import { kept, plain, safe } from '../../cards/text.ts'
import type { Words } from '../../i18n/words.ts'
import type { CardOf, PlainText } from '../../kernel/card.ts'
import { exact } from '../../kernel/counts.ts'
import type { Programme } from '../programme/index.ts'
import type { BoxCard } from './box-cards.ts'
import type { Idea, IdeaBox, IdeaSeen } from './domain.ts'

export type Choice = { readonly title: PlainText | string; readonly value: string }
type Button = ButtonsPart['buttons'][number]
export type Axes = Pick<Programme, 'axes' | 'axis'>

type IdeaData = HeaderPart &
  TitlePart &
  FactsPart &
  ButtonsPart &
  Partial<FooterPart> & { readonly axes: readonly Choice[] }
type FormData = HeaderPart &
  TitlePart &
  FooterPart & {
    readonly text: string
    readonly axis: string
    readonly axes: readonly Choice[]
    /** '' when there is none. */
    readonly box: string
    /** '' on a card that stands in a channel: many people press it. */
    readonly nonce: string
  }
type ListedIdea = ButtonsForOne & { readonly text: string; readonly detail: string }
type ButtonsForOne = { readonly buttons: readonly (Button & { readonly tooltip: string })[] }
export type IdeaCard =
  | CardOf<'ideas/idea', IdeaData>
  | CardOf<'ideas/form', FormData>
  | CardOf<'ideas/list', HeaderPart & TitlePart & ButtonsPart & { readonly ideas: readonly ListedIdea[] }>
  | BoxCard

type Card<T extends IdeaCard['template']> = Extract<IdeaCard, { template: T }>

type Named = Idea & { readonly authorName: string }

export const ICON = 'Lightbulb'

function axisTitle(words: Words, { axis }: Axes, id: string | undefined): string | undefined {
  const title = id === undefined ? undefined : axis(id)?.title[words.language]
  return title === undefined ? undefined : safe(title)
}

function axisChoices(words: Words, { axes }: Axes): Choice[] {
  return axes.map(({ id, title }) => ({ title: plain(title[words.language]), value: id }))
}

function headerOf(words: Words, axes: Axes, idea: Idea): HeaderPart {
  const axis = axisTitle(words, axes, idea.axis)
  const kind = axis === undefined ? words.say('idea.kind.plain') : words.say('idea.kind', { axis })
  return { icon: ICON, kind, badge: { text: words.say(`idea.state.${idea.state}`), tone: 'neutral' } }
}

export function supportsText(words: Words, { supports, directions }: Idea): string {
  return words.say('idea.supports', {
    count: exact('supports', supports),
    directions: exact('supports', directions),
  })
}

function factsOf(words: Words, idea: Named, mine: boolean): FactsPart['facts'] {
  const author = mine
    ? words.say('idea.author.mine')
    : words.say('idea.author', { name: safe(idea.authorName) })
  return [
    ...(mine || idea.authorName !== '' ? [{ icon: 'Person', text: author }] : []),
    { icon: 'ThumbLike', text: supportsText(words, idea) },
  ]
}

export function button(title: string, verb: string, data: Button['data'] = {}): Button {
  return { title, verb, data }
}

function supportButton(words: Words, idea: string, supported: boolean, data: object = {}): Button {
  const [title, support] = supported
    ? (['idea.unsupport', 'off'] as const)
    : (['idea.support', 'on'] as const)
  return button(words.say(title), 'ideas.support', { idea, support, ...data })
}

/** `box`: only what that box received. */
export function seeIdeas(words: Words, box: string | undefined): Button {
  return button(words.say('idea.list'), 'ideas.list', { box: box ?? '' })
}

function commitTo(words: Words, idea: string): Button {
  return button(words.say('commit.take'), 'commitments.form', { idea })
}

/** What the person may do with an idea, likeliest first. */
function actsOn(words: Words, { id, axis, box, mine, supported }: IdeaSeen): Button[] {
  const another = button(words.say('idea.another'), 'ideas.form', { box: box ?? '' })
  if (!mine && supported) return [commitTo(words, id), supportButton(words, id, true), seeIdeas(words, box)]
  if (!mine) return [supportButton(words, id, false), commitTo(words, id), seeIdeas(words, box)]
  if (axis !== undefined) return [another, commitTo(words, id), seeIdeas(words, box)]
  return [button(words.say('idea.axis.set'), 'ideas.set-axis', { idea: id }), another]
}

/** An idea for one person, who may act or not. Its author is asked for the axis while it is missing. */
export function ideaCard(words: Words, axes: Axes, idea: IdeaSeen, may: boolean): Card<'ideas/idea'> {
  return {
    template: 'ideas/idea',
    data: {
      ...headerOf(words, axes, idea),
      title: safe(idea.text),
      facts: factsOf(words, idea, idea.mine),
      axes: may && idea.mine && idea.axis === undefined ? axisChoices(words, axes) : [],
      buttons: may ? actsOn(words, idea) : [seeIdeas(words, idea.box)],
    },
  }
}

/** An idea as it stands in a channel: totals, and nobody's choice. */
export function postedCard(words: Words, axes: Axes, idea: Named): Card<'ideas/idea'> {
  const { id } = idea
  const missing = button(words.say('idea.axis.refine'), 'ideas.ask-axis', { idea: id })
  return {
    template: 'ideas/idea',
    data: {
      ...headerOf(words, axes, idea),
      title: safe(idea.text),
      facts: factsOf(words, idea, false),
      axes: [],
      buttons: [
        supportButton(words, id, false),
        commitTo(words, id),
        ...(idea.axis === undefined ? [missing] : []),
      ],
    },
  }
}

export type Draft = { readonly text?: string; readonly axis?: string }

/** The form; with a box, its question. `nonce` is '' on the card that stands in the channel. */
export function formCard(
  words: Words,
  axes: Axes,
  nonce: string,
  box?: Pick<IdeaBox, 'id' | 'question'>,
  { text = '', axis = '' }: Draft = {},
): Card<'ideas/form'> {
  return {
    template: 'ideas/form',
    data: {
      icon: ICON,
      kind: words.say(box ? 'idea.box' : 'idea.kind.plain'),
      title: box ? safe(box.question) : words.say('idea.form.title'),
      text: kept(text),
      axis: axes.axis(axis) ? axis : '',
      axes: axisChoices(words, axes),
      box: box?.id ?? '',
      nonce,
      footer: words.say(box ? 'idea.rules.box' : 'idea.rules'),
    },
  }
}

export type IdeaList = {
  readonly items: readonly IdeaSeen[]
  readonly next?: string
  /** Whether the person may support ideas and submit theirs. */
  readonly acts: boolean
  /** Cursor that this page itself began with. */
  readonly after?: string
  readonly box?: Pick<IdeaBox, 'id' | 'question'>
}

function listed(words: Words, axes: Axes, idea: IdeaSeen, { acts, after = '', box }: IdeaList): ListedIdea {
  const axis = axisTitle(words, axes, idea.axis)
  const author = idea.mine ? words.say('idea.author.mine') : safe(idea.authorName)
  const named = idea.mine || idea.authorName !== ''
  const detail = [axis, named ? author : undefined, supportsText(words, idea)].filter(
    part => part !== undefined,
  )
  const act = supportButton(words, idea.id, idea.supported, { list: 'yes', after, box: box?.id ?? '' })
  return {
    text: safe(idea.text),
    detail: detail.join(' · '),
    buttons:
      idea.mine || !acts
        ? []
        : [{ ...act, tooltip: words.say('act.on', { act: act.title, text: plain(idea.text) }) }],
  }
}

/** A page of ideas. With four of them, each with its act, two acts are left for the page: six is the limit. */
export function listCard(words: Words, axes: Axes, list: IdeaList): Card<'ideas/list'> {
  const { items, next, acts, box } = list
  const more = button(words.say('idea.list.more'), 'ideas.list', { after: next ?? '', box: box?.id ?? '' })
  return {
    template: 'ideas/list',
    data: {
      icon: ICON,
      kind: words.say(box ? 'idea.box' : 'idea.kind.plain'),
      title: box ? safe(box.question) : words.say('idea.list.title'),
      ideas: items.map(idea => listed(words, axes, idea, list)),
      buttons: [
        ...(next === undefined ? [] : [more]),
        ...(acts ? [button(words.say('command.idee'), 'ideas.form', { box: box?.id ?? '' })] : []),
      ],
    },
  }
}
