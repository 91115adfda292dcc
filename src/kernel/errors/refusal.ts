export type RefusalDetails = Readonly<Record<string, string | number>>

/**
 * A use-case says no. `code` is `kebab-case` and has its words at `refusal.<code>` in i18n;
 * `details` fill the placeholders of that sentence: plain values, never user text but for `reason`, which is made safe
 * for where it is shown.
 * Anything else that is thrown is a fault.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: string
  readonly details: RefusalDetails

  constructor(code: string, details: RefusalDetails = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}

/** Why each of `parts` is refused, in their order; one that is not says nothing. A fault stays one. */
export async function refusalsOf(parts: readonly (() => unknown)[]): Promise<readonly Refusal[]> {
  const tried = parts.map(async part => {
    try {
      await part()
      return []
    } catch (thrown) {
      if (thrown instanceof Refusal) return [thrown]
      throw thrown
    }
  })
  return (await Promise.all(tried)).flat()
}
