import type {
  ButtonsPart,
  FactsPart,
  FooterPart,
  FootPart,
  HeaderPart,
  TabPart,
  TitlePart,
} from '../../../cards/parts.ts'
import { plain, prefilled, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import { stepFacts } from '../../next-steps/index.ts'
import { button, type IdeaButton } from '../card/button-cards.ts'
import { axisTitle, ICON, type IdeaAxes, supportsText } from '../card/frame-cards.ts'
import type { Idea } from '../idea/domain.ts'
import type { AxisCount } from './counts.ts'
import type { SummaryPublished, SummarySeen } from './domain.ts'
import { type VoteTexts, voteTexts } from './vote-cards.ts'

type Told = IdeaButton & { readonly tooltip: string }
type Quoted = { readonly text: string; readonly detail: string }

type Sheet = HeaderPart &
  TitlePart &
  FooterPart &
  FootPart &
  FactsPart &
  TabPart &
  ButtonsPart & {
    readonly sentence: string
    /** How many were there, and ideas by axis; '' for neither. */
    readonly people: string
    readonly axes: string
    readonly votes: readonly VoteTexts[]
    /** Each links to its idea; on a preview they are only `quoted`. */
    readonly ideas: readonly (Quoted & { readonly open: Told })[]
    readonly quoted: readonly Quoted[]
    /** The sentence about what comes next; '' for none. */
    readonly next: string
    /** What the card has no room for. */
    readonly more: string
  }
type Form = HeaderPart & TitlePart & FooterPart & { readonly next: PlainText; readonly workshop: string }

export type SummaryCard = CardOf<'ideas/summary/sheet', Sheet> | CardOf<'ideas/summary/form', Form>

/** What a summary is drawn with. */
export type SummaryCardContext = { readonly words: Words; readonly programme: IdeaAxes }

type Titled = { readonly workshop: Pick<SummarySeen['workshop'], 'id' | 'title'> }
type Tallied = Titled & Pick<SummarySeen, 'count' | 'top' | 'presence' | 'axes' | 'votes' | 'steps'>

/** Of each on a card: a message of Teams holds 28 kB. */
const VOTES = 5
const STEPS = 6

function headOf(words: Words, { workshop }: Titled) {
  return { icon: ICON, kind: words.say('harvest.summary.kind'), title: safe(workshop.title) }
}

/** « Vos 42 idées, les trois plus soutenues, et la suite. » */
function sentenceOf({ say }: Words, { count, top, steps }: Tallied, typed: string): string {
  const next = typed !== '' || steps.length > 0 ? 1 : 0
  if (count === 0) return say('harvest.summary.none', { next })
  // Where all of them are listed, none is called the most supported.
  return say('harvest.summary', { count, top: count > top.length ? top.length : 0, next })
}

/** « 118 personnes présentes, 130 inscrites. » */
export function peopleText({ say }: Words, { presence }: Pick<SummarySeen, 'presence'>): string {
  const registered = exact('seats', presence.registered)
  if (presence.present === undefined) return say('harvest.summary.registered', { registered })
  return say('harvest.summary.people', { present: exact('present', presence.present), registered })
}

/** « Faire équipe : 12 · Sans axe : 3 » */
export function axesText({ words, programme }: SummaryCardContext, axes: readonly AxisCount[]): string {
  const lines = axes.map(({ axis, count }) => {
    const title = axisTitle(words, programme, axis) ?? words.say('direction.noAxis')
    return words.say('harvest.summary.axis', { axis: title, count })
  })
  return lines.join(' · ')
}

/** What is on the page and not on the card. */
function moreText({ say }: Words, { votes, steps }: Tallied): string {
  const [more, others] = [votes.length - VOTES, steps.length - STEPS]
  return [
    ...(more > 0 ? [say('harvest.summary.more.votes', { count: more })] : []),
    ...(others > 0 ? [say('harvest.summary.more.steps', { count: others })] : []),
  ].join(' ')
}

function quote(words: Words, idea: Idea): Quoted {
  return { text: safe(idea.text), detail: supportsText(words, idea) }
}

function leading(words: Words, idea: Idea): Sheet['ideas'][number] {
  const act = button(words.say('idea.see'), 'ideas.show', { idea: idea.id })
  const tooltip = words.say('act.on', { act: act.title, text: plain(idea.text) })
  return { ...quote(words, idea), open: { ...act, tooltip } }
}

/** For notifications and where no card can be drawn. */
export function summaryText(words: Words, seen: Tallied & Pick<SummarySeen, 'summary'>): string {
  const { title } = seen.workshop
  const sentence = sentenceOf(words, seen, seen.summary?.next ?? '')
  return plain(words.say('harvest.summary.told', { title, sentence }))
}

/** What the card says, on a message or a preview. */
function saidOf(context: SummaryCardContext, seen: Tallied, next: string) {
  const { words } = context
  return {
    ...headOf(words, seen),
    sentence: sentenceOf(words, seen, next),
    people: peopleText(words, seen),
    axes: axesText(context, seen.axes),
    votes: seen.votes.slice(0, VOTES).map(vote => voteTexts(words, vote)),
    next: safe(next),
    facts: stepFacts(words, seen.steps.slice(0, STEPS)),
    more: moreText(words, seen),
  }
}

/** The summary as everybody reads it; `foot` on a message, `buttons` for who may correct it. */
export function summaryCard(
  context: SummaryCardContext,
  seen: Tallied & Pick<SummaryPublished, 'summary'>,
  { foot, buttons = [] }: FootPart & Partial<ButtonsPart> = { foot: [] },
): Extract<SummaryCard, { template: 'ideas/summary/sheet' }> {
  const { say } = context.words
  const corrected = { badge: { text: say('harvest.summary.badge'), tone: 'neutral' } } as const
  return {
    template: 'ideas/summary/sheet',
    data: {
      ...saidOf(context, seen, seen.summary.next),
      ...(seen.summary.turn > 1 && corrected),
      ideas: seen.top.map(idea => leading(context.words, idea)),
      quoted: [],
      buttons,
      foot,
      footer: seen.top.length > 0 ? say('harvest.summary.rules') : '',
      inTab: { tab: 'personal', wanted: `workshop:${seen.workshop.id}` },
    },
  }
}

export function correctButton({ say }: Words, workshop: string): IdeaButton {
  return button(say('harvest.summary.correct'), 'ideas.summary-form', { workshop })
}

/** What follows of it, for who may write it. */
export function followButton(
  { say }: Words,
  { workshop: { id }, steps }: Titled & Pick<SummarySeen, 'steps'>,
) {
  const own = steps.some(({ subject }) => subject.kind === 'summary')
  return button(say(own ? 'step.open' : 'step.write'), 'steps.on', { kind: 'summary', id })
}

/** What an organiser sees before publication. */
export function summaryPreview(
  context: SummaryCardContext,
  seen: SummarySeen,
  next: string,
): Extract<SummaryCard, { template: 'ideas/summary/sheet' }> {
  const { words } = context
  const { workshop, summary, top } = seen
  const data = { workshop: workshop.id, next: prefilled(next) }
  const publish = words.say(summary ? 'harvest.summary.publish.again' : 'harvest.summary.publish')
  return {
    template: 'ideas/summary/sheet',
    data: {
      ...saidOf(context, seen, next),
      ideas: [],
      quoted: top.map(idea => quote(words, idea)),
      buttons: [
        button(publish, 'ideas.summary-publish', { ...data, turn: summary?.turn ?? 0 }),
        button(words.say('harvest.edit'), 'ideas.summary-form', data),
      ],
      foot: [],
      footer: words.say(summary ? 'harvest.summary.again' : 'harvest.summary.first'),
      inTab: { tab: 'personal', wanted: `workshop:${workshop.id}` },
    },
  }
}

/** The card as its channels will show it, with what is being typed. */
export function summaryAsPosted(
  context: SummaryCardContext,
  seen: SummarySeen,
  next: string,
): Extract<SummaryCard, { template: 'ideas/summary/sheet' }> {
  const turn = (seen.summary?.turn ?? 0) + (seen.summary && seen.summary.next === next ? 0 : 1)
  const summary = { workshop: seen.workshop.id, next, by: '', at: 0, turn }
  return summaryCard(context, { ...seen, summary })
}

/** Form for the next steps, or for their correction once published. */
export function summaryForm(
  words: Words,
  { workshop, summary }: Titled & Pick<SummarySeen, 'summary'>,
  typed: string,
): Extract<SummaryCard, { template: 'ideas/summary/form' }> {
  const { say } = words
  return {
    template: 'ideas/summary/form',
    data: {
      icon: ICON,
      kind: say('idea.gathering', { title: safe(workshop.title) }),
      title: say(summary ? 'harvest.summary.correct' : 'harvest.summary.open'),
      next: prefilled(typed === '' ? (summary?.next ?? '') : typed),
      workshop: workshop.id,
      footer: say(summary ? 'harvest.summary.again' : 'harvest.summary.first'),
    },
  }
}
