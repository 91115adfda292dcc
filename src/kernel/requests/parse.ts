import { Refusal } from '../errors/refusal.ts'

type Issue = { readonly code?: string; readonly origin?: string; readonly maximum?: number | bigint }

/** A zod schema, or anything that parses like one. */
type Shape<T> = {
  readonly safeParse: (
    value: unknown,
  ) =>
    | { readonly success: true; readonly data: T }
    | { readonly success: false; readonly error?: { readonly issues: readonly Issue[] } }
}

/** Where so many letters are allowed, a person writes them; ids and marks of ours have fewer. */
const WRITTEN = 1_000

function isLong({ code, origin, maximum = 0 }: Issue): boolean {
  return code === 'too_big' && origin === 'string' && maximum >= WRITTEN
}

/**
 * What came from outside, in the shape its reader needs.
 * @throws Refusal `malformed`; `too-large` when nothing is wrong with it but a text that is too long
 */
export function parse<T>(shape: Shape<T>, value: unknown): T {
  const result = shape.safeParse(value)
  if (!result.success) {
    const { issues = [] } = result.error ?? {}
    throw new Refusal(issues.length > 0 && issues.every(isLong) ? 'too-large' : 'malformed')
  }
  return result.data
}
