import { dateIn, dayAfter } from '../../../kernel/time/time-zone.ts'
import { periodOf, roundsOf } from '../look-ins/rounds.ts'
import type { InitiativeTrial, TrialMeasure } from '../trial/domain.ts'

/** A trial that nobody decided yet. `title`: of its initiative. */
export type OpenTrial = { readonly id: string; readonly initiative: string; readonly title: string }

/** A trial, and what it waits for from one person. */
export type WaitingTrial = OpenTrial &
  (
    | { readonly awaits: 'decision' }
    /** They say how it goes, until the end of that day, `YYYY-MM-DD`. */
    | { readonly awaits: 'answer'; readonly until: string }
    /** They type a number. */
    | { readonly awaits: 'number'; readonly measure: string }
  )

/** By measure, the last day on which a number was typed since the trial began, `YYYY-MM-DD`. */
export type LastTyped = ReadonlyMap<TrialMeasure['id'], string>

/** Since which day its numbers are typed for the look-in that opened last; undefined before the first of them. */
function numbersSince(trial: InitiativeTrial, zone: string, now: number): string | undefined {
  const opened = roundsOf(trial, zone).findLast(({ opensAt }) => opensAt <= now)
  return opened && dayAfter(dateIn(opened.opensAt, zone), 1 - periodOf(trial))
}

/** Its numbers that are as old as its rhythm; `now`: milliseconds. */
export function numbersDue(
  trial: InitiativeTrial,
  typed: LastTyped,
  { zone, now }: { readonly zone: string; readonly now: number },
): readonly TrialMeasure[] {
  const since = numbersSince(trial, zone, now)
  if (since === undefined || trial.ending) return []
  return trial.measures.filter(({ id, kind }) => kind === 'number' && (typed.get(id) ?? '') < since)
}
