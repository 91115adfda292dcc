import type { FootPart, HeaderPart, TabPart, TitlePart } from '../../../cards/parts.ts'
import { plain, prefilled, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import type { CardOf, PlainText, SafeText } from '../../../kernel/text/card.ts'
import { withinQuotes } from '../../../kernel/text/quotes.ts'
import { placesText } from '../../channels/index.ts'
import { dueText, type IdeaSeen, untoldText } from '../../ideas/index.ts'
import { foot } from '../../messages/index.ts'
import {
  button,
  directionName,
  kindOf,
  type NudgeButton,
  type NudgeCardContext,
  type Placed,
  publishedText,
} from '../nudge/cards.ts'
import { draftText, questionOf } from '../posts/cards.ts'
import { daysTo } from '../rules/domain.ts'
import type { Asked, IdeaPace, Queue, QueuePlace, Ready } from './domain.ts'

type WeekData = HeaderPart &
  TitlePart &
  FootPart &
  TabPart & {
    readonly message: string
    readonly round: number
    /** The last answer's undo; none after ten minutes. */
    readonly undo: readonly NudgeButton[]
    /** Words that were typed for an idea that cannot be answered any more; '' for none. */
    readonly unsent: SafeText | ''
    /** '' where none is asked about. */
    readonly idea: string
    readonly text: SafeText | ''
    readonly detail: string
    readonly left: string
    readonly typed: PlainText
    /** The place that follows the idea. */
    readonly direction: string
    readonly after: string
    /** To pass the idea, or to begin anew. */
    readonly moves: readonly NudgeButton[]
    /** Instead of an idea: that none waits, or that all were passed. '' where there is one, or none is asked about. */
    readonly calm: string
    /** '' where nothing is ready. */
    readonly post: string
    readonly postText: SafeText | ''
    readonly publish: readonly (NudgeButton & { readonly tooltip: string })[]
    /** « Publié dimanche 2 mai, 8 h 47 », or ''. */
    readonly published: string
    /** To read a kept commitment that waits to be published. */
    readonly stories: readonly NudgeButton[]
    readonly figure: string
    readonly rest: string
  }
export type WeekCard = CardOf<'nudges/digest/week', WeekData>

/** What the week's message shows. */
export type WeekContent = {
  /** Absent where the pilot is not asked about ideas. */
  readonly queue?: Queue
  readonly place: QueuePlace
  /** What stands in the field; and words for an idea that cannot be answered any more. */
  readonly typed: string
  readonly unsent: string
  /** The answer just given, with its moment. */
  readonly answered?: IdeaSeen | undefined
  readonly ready?: Ready | undefined
  readonly pace?: IdeaPace | undefined
  /** A Direction where a kept commitment waits to be published. */
  readonly story?: string | undefined
  /** Other things of the week, each a sentence, unescaped. */
  readonly others: readonly string[]
  /** Milliseconds. */
  readonly now: number
  /** Whether the pilot answers for more than one Direction. */
  readonly many: boolean
}

function detailOf(context: NudgeCardContext, { idea }: Asked, { now, many }: WeekContent): string {
  const { words, programme } = context
  const { axis = '', at, owed, direction } = idea
  const received = words.say('nudge.week.received', {
    date: words.shortDay(at),
    days: daysTo(now, at, words.zone),
  })
  const parts = [
    programme.axis(axis)?.title[words.language],
    many && direction !== undefined && directionName(context, direction),
  ]
  return [
    ...parts.flatMap(part => (part ? [safe(part)] : [])),
    received,
    // A card may stay for weeks: it gives the day, not whether it is past.
    ...(owed ? [dueText(words, { ...owed, late: false })] : []),
  ].join(' · ')
}

type Moves = Pick<WeekData, 'moves' | 'calm'>

/** What stands for the ideas where none is asked about. */
function calmOf({ say }: Words, { id, round }: Placed, { queue }: WeekContent): Moves {
  if (!queue || queue.asked) return { moves: [], calm: '' }
  if (queue.count === 0) return { moves: [], calm: say('nudge.week.none') }
  const data = { message: id, round, direction: '', after: '' }
  return {
    moves: [button(say('nudge.week.again'), 'nudges.week-next', data)],
    calm: say('nudge.week.passed', { count: queue.count }),
  }
}

function ideaPart(context: NudgeCardContext, shown: Placed, week: WeekContent) {
  const { say } = context.words
  const { queue, place, typed } = week
  const asked = queue?.asked
  if (!asked) {
    const { direction, after } = place
    const none = { idea: '', text: '', detail: '', left: '', typed: plain(''), direction, after } as const
    return { ...none, ...calmOf(context.words, shown, week) }
  }
  const others = queue.count - 1
  const next = button(say('nudge.next'), 'nudges.week-next', {
    message: shown.id,
    round: shown.round,
    ...asked.next,
  })
  return {
    idea: asked.idea.id,
    text: safe(asked.idea.text),
    detail: detailOf(context, asked, week),
    left: others > 0 ? say('nudge.week.left', { count: others }) : '',
    typed: prefilled(typed),
    ...asked.next,
    moves: others > 0 ? [next] : [],
    calm: '',
  } as const
}

/** The text that « Publier » posts, under the question of a ballot. */
function readyText(context: NudgeCardContext, { about }: Ready): string {
  return [questionOf(about), draftText(context, about)].filter(text => text !== '').join(' ')
}

function postPart(context: NudgeCardContext, { id, round }: Placed, { ready, queue, place }: WeekContent) {
  const { words } = context
  if (!ready) return { post: '', postText: '', publish: [], published: '' } as const
  const { item, targets, publishedAt } = ready
  const text = readyText(context, ready)
  const act = words.say('nudge.post.send')
  const idea = queue?.asked?.idea.id ?? ''
  const data = { message: id, round, item, idea, ...place }
  const tooltip = words.say('act.on', { act, text: plain(text) })
  return {
    post: words.say('nudge.week.ready', { places: safe(placesText(words, targets.channels)) }),
    postText: safe(text),
    publish: publishedAt === undefined ? [{ ...button(act, 'nudges.post-ready', data), tooltip }] : [],
    published: publishedAt === undefined ? '' : publishedText(words, publishedAt),
  } as const
}

type TrialTitle = { readonly title: string }
type TrialTitles = {
  readonly begin: readonly TrialTitle[]
  readonly end: readonly TrialTitle[]
  /** Those that wait for a number. */
  readonly numbers: readonly TrialTitle[]
}

function daysText({ say }: Words, { begin, end }: TrialTitles): readonly string[] {
  const [first, second] = [...end, ...begin]
  if (!first) return []
  if (second) return [say('nudge.week.trials', { count: begin.length + end.length })]
  const word = end.length > 0 ? 'nudge.week.trial.ends' : 'nudge.week.trial.begins'
  return [say(word, { title: plain(first.title) })]
}

function numbersText({ say }: Words, { numbers }: TrialTitles): readonly string[] {
  const [first, second] = numbers
  if (!first) return []
  if (second) return [say('nudge.week.trials.numbers', { count: numbers.length })]
  return [say('nudge.week.trial.number', { title: plain(first.title) })]
}

/** Trials of the week, unescaped: a sentence on those that begin or come to their end, one on those that wait for a number. */
export function trialsText(words: Words, trials: TrialTitles): readonly string[] {
  return [...daysText(words, trials), ...numbersText(words, trials)]
}

/** Its button stands where no other post is to be published: a card has six at most. Else it is one of the others. */
function storyPart({ say }: Words, { id, round }: Placed, { story, ready, others, queue }: WeekContent) {
  if (story === undefined) return { stories: [], others }
  if (ready && ready.publishedAt === undefined)
    return { stories: [], others: [...others, say('story.waits')] }
  const idea = queue?.asked?.idea.id ?? ''
  const data = { direction: story, after: '', message: id, round, idea }
  return { stories: [button(say('story.ready.see'), 'commitments.stories', data)], others }
}

function undoOf(
  { say }: Words,
  { id, round }: Placed,
  { answered, place }: WeekContent,
): readonly NudgeButton[] {
  const at = answered?.untold?.answer?.at
  if (!answered || at === undefined) return []
  const said = prefilled(answered.answer?.text ?? '')
  const data = { message: id, round, idea: answered.id, at, said, ...place }
  return [button(say('idea.take-back.answer'), 'nudges.week-undo', data)]
}

/** The week's message: the first idea that waits with its answer, a post that is ready, a figure, and the rest in a line. */
export function weekCard(context: NudgeCardContext, shown: Placed, week: WeekContent): WeekCard {
  const { words } = context
  const { pace, queue, ready } = week
  const { stories, others } = storyPart(words, shown, week)
  const isOpen = queue?.asked !== undefined || (ready && ready.publishedAt === undefined) || others.length > 0
  const wanted = queue?.asked ? 'cockpit:answers' : 'cockpit'
  return {
    template: 'nudges/digest/week',
    data: {
      icon: 'TaskListLtr',
      kind: kindOf(context, shown.direction),
      inTab: { tab: 'personal', wanted, words: words.say('cockpit.open') },
      title: words.say(isOpen || queue || stories.length > 0 ? 'nudge.digest' : 'nudge.digest.none'),
      message: shown.id,
      round: shown.round,
      undo: undoOf(words, shown, week),
      unsent: week.unsent === '' ? '' : safe(week.unsent),
      ...ideaPart(context, shown, week),
      ...postPart(context, shown, week),
      stories,
      figure: pace ? words.say('nudge.week.ideas', pace) : '',
      rest: others.length > 0 ? words.say('nudge.week.rest', { things: safe(others.join(' · ')) }) : '',
      ...foot(words, shown, isOpen === true),
    },
  }
}

/** « Répondu », with the words, and until when they can be taken back. */
export function answeredNotice(words: Words, idea: IdeaSeen, text: string) {
  const said = words.say('nudge.week.answered.sub', { text: safe(withinQuotes(text)) })
  const until = untoldText(words, idea)
  return {
    tone: 'good',
    title: words.say('nudge.week.answered'),
    text: until === undefined ? said : `${said} ${until}`,
  } as const
}
