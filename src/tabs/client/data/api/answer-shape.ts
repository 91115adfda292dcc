import type { Page } from '../../../contract/primitives.ts'
import { Failure } from './failure.ts'

const isThing = (value: unknown) => typeof value === 'object' && value !== null

const isEmpty = (value: unknown) => !Array.isArray(value) && Object.keys(value ?? {}).length === 0

/**
 * `answer` if it has content, since a proxy may answer instead of the server. `optional`: all fields may be absent.
 * @throws Failure
 */
export function thingIn<T>(answer: T, optional = false): T {
  if (!isThing(answer) || answer instanceof Blob || (isEmpty(answer) && !optional))
    throw new Failure('fault', '', 'shape')
  return answer
}

/** A page of a list, when it is one. @throws Failure */
export function listIn<T>(answer: Page<T>): Page<T> {
  const { items } = thingIn(answer)
  if (!Array.isArray(items) || !items.every(isThing)) throw new Failure('fault', '', 'shape')
  return answer
}
