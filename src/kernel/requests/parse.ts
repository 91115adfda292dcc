import { Refusal } from '../errors/refusal.ts'

type Issue = { readonly code?: string; readonly origin?: string; readonly maximum?: number | bigint }

/** A zod schema, or anything with its `safeParse`. */
type Shape<T> = {
  readonly safeParse: (
    value: unknown,
  ) =>
    | { readonly success: true; readonly data: T }
    | { readonly success: false; readonly error?: { readonly issues: readonly Issue[] } }
}

/** Fields longer than this are written by people; ids and nonces are shorter. */
const WRITTEN = 1_000

function isLong({ code, origin, maximum = 0 }: Issue): boolean {
  return code === 'too_big' && origin === 'string' && maximum >= WRITTEN
}

/**
 * Parses untrusted input.
 * @throws Refusal `malformed`; `too-large` when the only error is a text that is too long
 */
export function parse<T>(shape: Shape<T>, value: unknown): T {
  const result = shape.safeParse(value)
  if (!result.success) {
    const { issues = [] } = result.error ?? {}
    throw new Refusal(issues.length > 0 && issues.every(isLong) ? 'too-large' : 'malformed')
  }
  return result.data
}
