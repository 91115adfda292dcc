import type { Key } from '../../../../i18n/words.ts'
import { exact } from '../../../../kernel/personal-data/counts.ts'
import type { ReviewAxisView, ReviewView } from '../../../contract/figures/review.ts'
import type { Translator } from '../../parts/words/translator.ts'

/** What became of an axis, in the order in which it happens. */
export const COLUMNS = ['asked', 'proposed', 'answered', 'begun', 'learnt'] as const
export type ReviewColumn = (typeof COLUMNS)[number]

export const HEADS = {
  asked: 'review.asked',
  proposed: 'review.proposed',
  answered: 'review.answered',
  begun: 'review.begun',
  learnt: 'review.learnt',
} as const satisfies Record<ReviewColumn, Key>

/** What is counted in each, written out, or the page would not have the words. */
function countsOf({ asked, proposed, answered, begun, learnt }: ReviewAxisView, { say }: Translator) {
  return {
    asked: [
      [asked.workshops, say('review.count.workshops', { count: asked.workshops })],
      [asked.boxes, say('review.count.boxes', { count: asked.boxes })],
      [asked.ballots, say('review.count.ballots', { count: asked.ballots })],
    ],
    proposed: [
      [proposed.ideas, say('review.count.ideas', { count: proposed.ideas })],
      [proposed.supports, say('review.count.supports', { count: proposed.supports })],
    ],
    answered: [
      [answered.answered, say('review.count.answered', { count: answered.answered })],
      [answered.retained, say('review.count.retained', { count: answered.retained })],
      [answered.waiting, say('review.count.waiting', { count: answered.waiting })],
    ],
    begun: [
      [begun.initiatives, say('review.count.initiatives', { count: begun.initiatives })],
      [begun.trials, say('review.count.trials', { count: begun.trials })],
      [begun.promised, say('review.count.promised', { count: begun.promised })],
      [begun.commitments, say('review.count.commitments', { count: begun.commitments })],
    ],
    learnt: [
      [learnt.summaries, say('review.count.summaries', { count: learnt.summaries })],
      [learnt.generalised, say('review.count.generalised', { count: learnt.generalised })],
      [learnt.adjusted, say('review.count.adjusted', { count: learnt.adjusted })],
      [learnt.stopped, say('review.count.stopped', { count: learnt.stopped })],
      [learnt.stepsKept, say('review.count.stepsKept', { count: learnt.stepsKept })],
      [learnt.commitmentsKept, say('review.count.commitmentsKept', { count: learnt.commitmentsKept })],
    ],
  } as const satisfies Record<ReviewColumn, readonly (readonly [number, string])[]>
}

/** « 3 ateliers », « 1 scrutin »; none where there is nothing. */
export function linesOf(
  axis: ReviewAxisView,
  column: ReviewColumn,
  translator: Translator,
): readonly string[] {
  const counts: readonly (readonly [number, string])[] = countsOf(axis, translator)[column]
  return counts.filter(([count]) => count > 0).map(([, text]) => text)
}

type Group = Readonly<Record<string, number>>

function summed<G extends Group>(groups: readonly G[]): G {
  const [first, ...others] = groups
  const names = Object.keys(first ?? {})
  const sum = (name: string) => others.reduce((all, group) => all + (group[name] ?? 0), first?.[name] ?? 0)
  return Object.fromEntries(names.map(name => [name, sum(name)])) as G
}

/** All axes together. Each thing stands under one axis, so that nothing is counted twice. */
export function wholeOf(axes: readonly ReviewAxisView[]): ReviewAxisView {
  const proposed = summed(axes.map(each => each.proposed))
  return {
    axis: 'whole',
    asked: summed(axes.map(each => each.asked)),
    proposed: { ...proposed, supports: exact('supports', proposed.supports) },
    answered: summed(axes.map(each => each.answered)),
    begun: summed(axes.map(each => each.begun)),
    learnt: summed(axes.map(each => each.learnt)),
  }
}

/** Whether nothing happened at all yet. */
export const isBeginning = ({ axes }: Pick<ReviewView, 'axes'>): boolean =>
  COLUMNS.every(column => Object.values(wholeOf(axes)[column]).every(count => count === 0))

/** Whether anything that was tried was decided. */
export const hasLearnt = ({ axes }: Pick<ReviewView, 'axes'>): boolean =>
  axes.some(({ learnt }) => learnt.generalised + learnt.adjusted + learnt.stopped > 0)
