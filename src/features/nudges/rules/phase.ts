import type { Phase } from '../../programme/index.ts'

/** The phase that `day` (`YYYY-MM-DD`) is of, if it is of one. */
export function phaseOn(phases: readonly Phase[], day: string): Phase | undefined {
  return phases.find(({ from, until }) => from <= day && day <= until)
}
