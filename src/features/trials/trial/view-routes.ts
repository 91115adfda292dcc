import { exact } from '../../../kernel/personal-data/counts.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRequest } from '../../../kernel/requests/route.ts'
import type {
  CarriedTrial,
  InitiativeTrials,
  TrialMeasureView,
  TrialView,
} from '../../../tabs/contract/initiatives/trials.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import type { TrialEnding } from './domain.ts'
import type { TrialReadingUsecases, TrialsSeen } from './reading-usecases.ts'
import type { CarriedPlan, TrialSeen } from './seen.ts'

function measureViews({ measures, numbers, rounds }: TrialSeen): readonly TrialMeasureView[] {
  return measures.map(measure => {
    const { id, text, better } = measure
    return measure.kind === 'number'
      ? { id, text, better, kind: measure.kind, unit: measure.unit, readings: numbers.get(id) ?? [] }
      : { id, text, better, kind: measure.kind, rounds: rounds.get(id) ?? [] }
  })
}

const decisionView = ({ kind, on, why, learnt, directions }: TrialEnding) => ({
  kind,
  on,
  why,
  learnt,
  directions,
})

/** A trial as the tab shows it. */
export function trialView(trial: TrialSeen): TrialView {
  const { id, initiative, number, standing, hypothesis, change, directions, site, from, until, rhythm } =
    trial
  const { testers, names, trying, mine, mayType, mayDecide, asked, notes, ending, next } = trial
  return {
    id,
    initiative,
    number,
    state: standing,
    hypothesis,
    change,
    directions,
    site,
    from,
    until,
    rhythm,
    measures: measureViews(trial),
    testers: exact('shared', testers),
    names,
    trying,
    mine,
    mayType,
    mayDecide,
    ...(asked && { asked }),
    notes,
    ...(ending && { decision: decisionView(ending) }),
    ...(next && { next }),
  }
}

function carriedView({ from, plan }: CarriedPlan): CarriedTrial {
  const { hypothesis, rhythm, measures } = plan
  const { ifWe, expected } = hypothesis
  return {
    from,
    plan: {
      ifWe,
      expected,
      rhythm,
      measures: measures.map(measure => {
        const { text, better } = measure
        return measure.kind === 'number'
          ? { kind: measure.kind, text, unit: measure.unit, better, start: '' }
          : { kind: measure.kind, text, better }
      }),
    },
  }
}

/** All trials of an initiative. */
export function trialsView({ current, past, mayPlan, carried }: TrialsSeen): InitiativeTrials {
  return {
    ...(current && { current: trialView(current) }),
    past: past.map(trialView),
    mayPlan,
    ...(carried && { carried: carriedView(carried) }),
  }
}

export const idOf = ({ params }: ApiRequest) => parse(idParams, params).id

export type TrialViews = ReturnType<typeof trialViews>

/** What every act on a trial answers: the trial as it then is. */
export function trialViews({ show }: Pick<TrialReadingUsecases, 'show'>) {
  return {
    /** Of a request whose path names the trial, or of the trial given. */
    viewOf: async (asked: ApiRequest, id = idOf(asked)): Promise<TrialView> =>
      trialView(await show(asked.actor, id)),
  }
}
