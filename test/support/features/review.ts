// What the review of a life must say, counted one by one: nothing of it is the product's.
import { HOUR } from '../../../src/kernel/time/clock.ts'
import { type DrawnIdea, followed, type Life, retained } from './review-life.ts'

const shown = ({ state, hidden }: DrawnIdea) => !hidden && state !== 'withdrawn' && state !== 'merged'
const known = (axis = '') => (axis === 'transitions' || axis === 'equipe' ? axis : '')
/** Nine people: without a name its ideas are nowhere. */
const placed = (one: DrawnIdea) => (one.unnamed && one.direction === 'd1' ? undefined : one.direction)
const count = <T>(all: readonly T[], is: (one: T) => boolean) => all.filter(is).length

/** As a person would: sorted, the one in the middle, or between the two. */
function middle(days: readonly number[]): number | undefined {
  const sorted = [...days].sort((a, b) => a - b)
  const half = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]]
  return low === undefined || high === undefined ? undefined : Math.floor((low + high) / 2)
}

/** Steps that all may read, with the axis of what they follow from. */
function standing({ ideas, workshops, ballots, steps }: Life) {
  const axisOf = (step: Life['steps'][number]): string | undefined => {
    const one = ideas[step.at]
    if (step.on === 'idea') return one && shown(one) && retained(one) ? known(one.axis) : undefined
    if (step.on === 'ballot')
      return ballots[step.at]?.opens === 'open' ? ballotAxis(ballots[step.at]) : undefined
    return workshops[step.at]?.state === 'announced' ? known(workshops[step.at]?.axis) : undefined
  }
  return steps
    .filter(({ state }) => state === 'promised' || state === 'kept' || state === 'told')
    .flatMap(step => {
      const axis = axisOf(step)
      return axis === undefined ? [] : [{ ...step, axis }]
    })
}

function ballotAxis(ballot: Life['ballots'][number] | undefined): string {
  const [first, ...others] = ballot?.axes ?? []
  return first !== undefined && others.every(each => each === first) ? known(first) : ''
}

/** What the review must say under one axis. */
export function axisBy(given: Life, axis: string) {
  const ideas = given.ideas.filter(one => shown(one) && known(one.axis) === axis)
  const workshops = given.workshops.filter(one => one.state === 'announced' && known(one.axis) === axis)
  const steps = standing(given).filter(one => one.axis === axis)
  const shared = given.commitments.filter(one => one.shown === 'everyone' && known(one.axis) === axis)
  return {
    axis,
    asked: {
      workshops: workshops.length,
      boxes: axis === '' ? given.boxes : 0,
      ballots: count(given.ballots, one => one.opens === 'open' && ballotAxis(one) === axis),
    },
    proposed: { ideas: ideas.length, supports: ideas.reduce((sum, one) => sum + one.supports, 0) },
    answered: {
      answered: count(ideas, one => followed(one) && !retained(one)),
      retained: count(ideas, retained),
      waiting: count(ideas, one => !followed(one)),
    },
    begun: {
      initiatives: count(ideas, one => one.state === 'initiative'),
      trials: 0,
      promised: steps.length,
      commitments: shared.length,
    },
    learnt: {
      summaries: count(workshops, one => one.summary),
      generalised: 0,
      adjusted: 0,
      stopped: 0,
      stepsKept: count(steps, one => one.state === 'told'),
      commitmentsKept: count(shared, one => one.kept),
    },
  }
}

/** « 41 idées sur 52 »: of one Direction, or of all. */
export function followedBy(given: Life, direction?: string) {
  const ideas = given.ideas.filter(
    one => shown(one) && (direction === undefined || placed(one) === direction),
  )
  const next = ideas.filter(followed)
  const medianDays = middle(next.map(one => Math.floor(one.after / 24)))
  return { ideas: ideas.length, withNext: next.length, ...(medianDays !== undefined && { medianDays }) }
}

/** What it must say of one Direction. */
export function directionBy(given: Life, direction: string) {
  const { medianDays: _, ...counts } = followedBy(given, direction)
  return {
    ...counts,
    initiatives: count(
      given.ideas,
      one => shown(one) && one.state === 'initiative' && placed(one) === direction,
    ),
    stepsKept: count(standing(given), one => one.state === 'told' && one.direction === direction),
  }
}

/** How many happened in a month: `in` says it of a moment. */
export function monthBy(given: Life, now: number, within: (ms: number) => boolean) {
  const ideas = given.ideas.filter(shown)
  const sent = (one: { readonly ago: number }) => now - one.ago * HOUR
  const first = (one: DrawnIdea) => sent(one) + one.after * HOUR
  return {
    proposed: count(ideas, one => within(sent(one))),
    answered: count(ideas, one => followed(one) && within(first(one))),
    begun:
      count(ideas, one => one.state === 'initiative' && within(first(one))) +
      count(standing(given), one => within(sent(one))) +
      count(given.commitments, one => one.shown === 'everyone' && within(sent(one))),
  }
}
