import type { Phase } from '../../programme/index.ts'

/** The phase on `day` (`YYYY-MM-DD`), if any. */
export function phaseOn(phases: readonly Phase[], day: string): Phase | undefined {
  return phases.find(({ from, until }) => from <= day && day <= until)
}
