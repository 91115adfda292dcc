import type {
  CardTone,
  FactsPart,
  FooterPart,
  FootPart,
  HeaderPart,
  TabPart,
  TitlePart,
} from '../../../cards/parts.ts'
import { plain, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import type { CardOf, PlainText } from '../../../kernel/text/card.ts'
import type { Programme } from '../../programme/index.ts'
import type { BoxCard } from '../boxes/cards.ts'
import type { CommentReportCard, CommentWithdrawalCard } from '../comments/cards.ts'
import type { GatheringCard } from '../harvest/collecting-cards.ts'
import { type MergeFormCard, mergedCard } from '../merging/cards.ts'
import { hiddenCard, hiddenIdeaCard, type ReportCard } from '../moderation/cards.ts'
import type { News } from '../news/cards.ts'
import type { EntriesCard } from '../news/thread-cards.ts'
import type { SimilarCard } from '../similarity/cards.ts'
import type { FormCard } from '../submission/form-cards.ts'
import type { SummaryCard } from '../summary/cards.ts'
import { type Said, saidOf } from './answer-cards.ts'
import {
  actsOn,
  actsOnMine,
  arranged,
  type Button,
  button,
  carrying,
  commentOn,
  commentsOn,
  commitTo,
  IN_SIGHT_OF_MINE,
  lastOn,
  type ModedButton,
  readComments,
  report,
  seeIdeas,
  seeJoined,
  seeThread,
  supportButton,
} from './button-cards.ts'
import type { Idea, IdeaNamed, IdeaSeen } from './domain.ts'
import { factsOf, originFacts } from './fact-cards.ts'
import type { ListCard } from './list-cards.ts'
import { supportsShown } from './support-count.ts'
import { momentOf, untoldText } from './take-back-cards.ts'

export type Choice = { readonly title: PlainText | string; readonly value: string }
export type Axes = Pick<Programme, 'axes' | 'axis'>

type IdeaData = HeaderPart &
  TitlePart &
  FactsPart &
  FootPart &
  TabPart &
  FooterPart & {
    /** '' but on a message: what it tells. */
    readonly told: string
    readonly said: Said
    readonly axes: readonly Choice[]
    readonly buttons: readonly ModedButton[]
  }
export type OneCard = CardOf<'ideas/idea', IdeaData>
export type IdeaCard =
  | OneCard
  | FormCard
  | ListCard
  | EntriesCard
  | BoxCard
  | SimilarCard
  | ReportCard
  | CommentReportCard
  | CommentWithdrawalCard
  | MergeFormCard
  | GatheringCard
  | SummaryCard

export const ICON = 'Lightbulb'

const TONES: Readonly<Record<Idea['state'], CardTone>> = {
  received: 'neutral',
  studied: 'brand',
  answered: 'brand',
  retained: 'good',
  initiative: 'good',
  merged: 'neutral',
  withdrawn: 'neutral',
  aside: 'neutral',
}

export function axisTitle(words: Words, { axis }: Axes, id: string | undefined): string | undefined {
  const title = id === undefined ? undefined : axis(id)?.title[words.language]
  return title === undefined ? undefined : safe(title)
}

export function axisChoices(words: Words, { axes }: Axes): Choice[] {
  return axes.map(({ id, title }) => ({ title: plain(title[words.language]), value: id }))
}

export function headerOf(words: Words, axes: Axes, { axis: id, state, hidden }: Idea): HeaderPart {
  const axis = axisTitle(words, axes, id)
  const kind = axis === undefined ? words.say('idea.kind.plain') : words.say('idea.kind', { axis })
  const badge = { text: words.say(`idea.state.${state}`), tone: TONES[state] }
  if (hidden) return { icon: ICON, kind, badge: { text: words.say('idea.hidden.badge'), tone: 'neutral' } }
  return { icon: ICON, kind, badge }
}

/** Its thread; the sheet, under the same id, of one that somebody carries. */
export function ideaInTab({ id, state }: Pick<Idea, 'id' | 'state'>): TabPart {
  if (state === 'initiative') return { inTab: { tab: 'gallery', wanted: id } }
  return { inTab: { tab: 'personal', wanted: `idea:${id}` } }
}

export function supportsText(words: Words, idea: Idea): string {
  const { supports: count, directions } = supportsShown(idea)
  return words.say('idea.supports', { count, directions })
}

export function commentsText(words: Words, { comments }: Idea): string | undefined {
  return comments === 0 ? undefined : words.say('idea.comments', { count: exact('shared', comments) })
}

/** Whoever carries it knows before they press who will read their name. */
function rulesOf({ say }: Words, { state }: Idea, may: boolean, next = ''): string {
  const rules = may && state === 'retained' ? say('initiative.carry.rules') : ''
  return [next, rules].filter(text => text !== '').join(' ')
}

/**
 * `supportsTold`: how many support it stands above the card already, in the answer to a tap. `last`: at hand whatever else
 * there is.
 */
type Beside = FootPart & News & { readonly supportsTold?: boolean; readonly last?: readonly Button[] }

/** An idea for one person, who may act or not. Its author is asked for the axis while it is missing. */
export function ideaCard(
  words: Words,
  axes: Axes,
  idea: IdeaSeen,
  may: boolean,
  { foot, told, next, event, act, supportsTold, last = [] }: Beside = { foot: [], told: '', next: '' },
): OneCard {
  const { hidden, root, undoUntil } = idea
  if (hidden) return hiddenIdeaCard(words, axes, idea, hidden, { foot, told })
  if (root !== undefined) return mergedCard(words, axes, idea, root, { foot, told })
  const readOnly = [
    ...(idea.state === 'initiative' ? carrying(words, idea) : []),
    ...readComments(words, idea),
    ...seeJoined(words, idea),
    seeThread(words, idea.id),
    seeIdeas(words, idea.box),
  ]
  const acts = idea.mine ? actsOnMine(words, idea) : actsOn(words, idea)
  const mine = undoUntil === undefined ? '' : words.say('idea.undo.until', momentOf(words, undoUntil))
  const undo = may ? (untoldText(words, idea) ?? mine) : ''
  return {
    template: 'ideas/idea',
    data: {
      ...headerOf(words, axes, idea),
      ...ideaInTab(idea),
      title: safe(idea.text),
      told,
      said: [...(event === undefined ? [] : [{ by: event, text: '' as const }]), ...saidOf(words, idea)],
      facts: factsOf(words, idea, supportsTold),
      axes: may && idea.mine && idea.axis === undefined ? axisChoices(words, axes) : [],
      buttons: arranged(
        [...(act ? [act] : []), ...(may ? acts : readOnly)],
        foot,
        may ? [...last, ...lastOn(words, idea, foot)] : [],
        idea.mine ? IN_SIGHT_OF_MINE : undefined,
      ),
      foot,
      footer: rulesOf(words, idea, may, undo || next),
    },
  }
}

/** What is left of an idea that its author took back. `buttons`: for the author alone. */
export function withdrawnCard(words: Words, buttons: readonly Button[] = []): OneCard {
  return {
    template: 'ideas/idea',
    data: {
      icon: ICON,
      kind: words.say('idea.kind.plain'),
      badge: { text: words.say('idea.state.withdrawn'), tone: TONES.withdrawn },
      title: words.say('idea.withdrawn'),
      told: '',
      said: [],
      facts: [],
      axes: [],
      buttons: arranged(buttons),
      foot: [],
      footer: '',
    },
  }
}

/** An idea as it stands in a channel: nobody's choice, and nothing that somebody's answer changes. */
export function postedCard(words: Words, axes: Axes, idea: IdeaNamed): OneCard {
  const { id, state, hidden, root } = idea
  if (state === 'withdrawn') return withdrawnCard(words)
  if (hidden) return hiddenCard(words, hidden)
  if (root !== undefined) return mergedCard(words, axes, idea, root)
  const missing = button(words.say('idea.axis.refine'), 'ideas.ask-axis', { idea: id })
  const buttons = [
    ...carrying(words, idea),
    supportButton(words, id, false),
    commitTo(words, id),
    ...(idea.axis === undefined ? [missing] : []),
    commentOn(words, id),
    commentsOn(words, id),
    ...seeJoined(words, idea),
    report(words, id),
  ]
  return {
    template: 'ideas/idea',
    data: {
      ...headerOf(words, axes, idea),
      ...ideaInTab(idea),
      title: safe(idea.text),
      told: '',
      said: saidOf(words, idea),
      facts: originFacts(words, idea, false),
      axes: [],
      buttons: arranged(buttons),
      foot: [],
      footer: rulesOf(words, idea, true),
    },
  }
}
