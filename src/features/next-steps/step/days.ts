import type { Workdays } from '../../messages/index.ts'

/** Where days can be chosen: today, the last that may be promised, and those that are worked. */
export type StepDays = { readonly today: string; readonly last: string; readonly workdays: Workdays }
