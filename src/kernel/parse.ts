import { Refusal } from './refusal.ts'

/** A zod schema, or anything that parses like one. */
type Shape<T> = {
  readonly safeParse: (
    value: unknown,
  ) => { readonly success: true; readonly data: T } | { readonly success: false }
}

/** What came from outside, in the shape its reader needs. @throws Refusal `malformed` */
export function parse<T>(shape: Shape<T>, value: unknown): T {
  const result = shape.safeParse(value)
  if (!result.success) throw new Refusal('malformed')
  return result.data
}
