import { exact } from '../../../kernel/personal-data/counts.ts'
import type {
  AxisCountView,
  PresenceView,
  SummaryStepView,
  SummaryView,
  SummaryVoteView,
} from '../../../tabs/contract/workshops/summaries.ts'
import type { Programme } from '../../programme/index.ts'
import type { Idea } from '../idea/domain.ts'
import { supportsShown } from '../idea/support-count.ts'
import type { AxisCount, WorkshopStep } from './counts.ts'
import type { SummarySeen } from './domain.ts'
import type { Presence } from './presence.ts'
import type { WorkshopVote } from './vote.ts'

type Names = Pick<Programme, 'direction'>

/** Directions in the programme's order are named; one that is no more is left out. */
export function presenceView({ direction }: Names, presence: Presence): PresenceView {
  const { present, registered, directions, final } = presence
  return {
    ...(present !== undefined && { present: exact('present', present) }),
    registered: exact('seats', registered),
    directions: directions.flatMap(({ direction: id, about }) => {
      const name = direction(id)?.name
      return name === undefined ? [] : [{ name, about }]
    }),
    ...(!final && { open: true as const }),
  }
}

export function voteView(vote: WorkshopVote): SummaryVoteView {
  const { id, question, table, kind, closesAt, outcome, votes, winners, follows } = vote
  return {
    id,
    question,
    kind,
    closesAt,
    outcome,
    ...(table !== undefined && { table }),
    votes: exact('open-ballot', votes),
    winners: winners.map(({ title, votes: won }) => ({ title, votes: exact('open-ballot', won) })),
    ...(follows && 'by' in follows && { due: follows.by, ...(follows.late && { late: true as const }) }),
    ...(follows &&
      'none' in follows && { none: { ...(follows.word !== undefined && { word: follows.word }) } }),
  }
}

export function stepView({
  id,
  text,
  due,
  firstDue,
  state,
  by,
  word,
  subject,
}: WorkshopStep): SummaryStepView {
  return {
    id,
    text,
    due,
    firstDue,
    state,
    from: subject.kind,
    ...(by !== undefined && { by }),
    ...(word !== undefined && { word }),
  }
}

export const axisViews = (axes: readonly AxisCount[]): readonly AxisCountView[] =>
  axes.map(({ axis, count }) => ({ axis, count: exact('ideas', count) }))

export const topView = (top: readonly Idea[]): SummaryView['top'] =>
  top.map(idea => ({ id: idea.id, text: idea.text, supports: supportsShown(idea).supports }))

/** `channels`: in how many its card stands. */
export function summaryView(names: Names, seen: SummarySeen, channels: number): SummaryView {
  const { workshop, summary, count, answered } = seen
  return {
    title: workshop.title,
    startsAt: workshop.startsAt,
    series: workshop.series,
    people: presenceView(names, seen.presence),
    count: exact('ideas', count),
    answered: exact('ideas', answered),
    axes: axisViews(seen.axes),
    tables: seen.tables.map(each => ({ table: each.table, count: exact('ideas', each.count) })),
    top: topView(seen.top),
    votes: seen.votes.map(voteView),
    steps: seen.steps.map(stepView),
    sequel: summary?.next ?? '',
    turn: summary?.turn ?? 0,
    ...(summary && { at: summary.at }),
    channels,
  }
}
