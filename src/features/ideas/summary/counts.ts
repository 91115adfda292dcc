import type { StepOnSubject } from '../../next-steps/index.ts'
import type { WorkshopVote } from './vote.ts'

/** Ideas that stand, merged ones as one. `axis`: '' where there is none. */
export type AxisCount = { readonly axis: string; readonly count: number }
/** Ideas as a table said them, each by itself. */
export type TableIdeas = { readonly table: string; readonly count: number }

/** Ideas of one workshop or more, each merge group once. `answered`: with an answer, a reason why not, or retained. */
export type IdeaTally = {
  readonly count: number
  readonly answered: number
  readonly axes: readonly AxisCount[]
  readonly tables: readonly TableIdeas[]
}

/** What follows of a summary, or of a vote or an idea of its workshop. */
export type WorkshopStep = StepOnSubject<'summary' | 'ballot' | 'idea'>

/** Of a step, in how many words it stands: kept, still to come, late, or dropped. */
export type StepTally = Readonly<Record<StepOnSubject['state'], number>>

export function tallySteps(steps: readonly WorkshopStep[]): StepTally {
  const of = (state: StepOnSubject['state']) => steps.filter(step => step.state === state).length
  return { promised: of('promised'), late: of('late'), kept: of('kept'), dropped: of('dropped') }
}

const BY_NUMBER = new Intl.Collator('fr', { numeric: true })

/** Table 2 before table 10. */
export function inTableOrder(tables: readonly TableIdeas[]): readonly TableIdeas[] {
  return tables.toSorted((a, b) => BY_NUMBER.compare(a.table, b.table))
}

/** In the programme's order, and those without an axis, or of one that is no more, last. */
export function inAxisOrder(
  counts: readonly AxisCount[],
  axes: readonly { readonly id: string }[],
): readonly AxisCount[] {
  const known = new Set(axes.map(({ id }) => id))
  const rest = counts.filter(({ axis }) => !known.has(axis)).reduce((sum, { count }) => sum + count, 0)
  const placed = axes.flatMap(({ id }) => counts.filter(({ axis }) => axis === id))
  return rest > 0 ? [...placed, { axis: '', count: rest }] : placed
}

/** Ideas that votes put first, for the steps that stand on them. */
export function wonBy(votes: readonly WorkshopVote[]): readonly string[] {
  return [
    ...new Set(votes.flatMap(({ outcome, winners: [first] }) => (outcome === 'won' && first?.idea) || [])),
  ]
}
