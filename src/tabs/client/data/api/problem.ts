import type { Problem } from '../../../contract/primitives.ts'
import { Failure } from './failure.ts'
import { ERASED, sayErased } from './page-owner.ts'

/** What an answer of `status`, 400 or more, says. */
export function failureIn(status: number, problem: Partial<Problem>): Failure {
  if (status === 401) return new Failure('session')
  // It passes: the page offers to try again, as it does of what broke.
  if (problem.code === 'unavailable') return new Failure('fault', problem.title)
  if (problem.code === ERASED) sayErased()
  if (problem.title && problem.code !== 'fault')
    return new Failure('refusal', problem.title, '', problem.code)
  return new Failure('fault', '', problem.reference ?? `HTTP ${status}`)
}
