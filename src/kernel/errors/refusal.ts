export type RefusalDetails = Readonly<Record<string, string | number>>

/**
 * A use-case refuses. `code` is `kebab-case` and has its words at `refusal.<code>` in i18n; `details` fill the
 * placeholders of that sentence: plain values, never user text but for `reason`, which is escaped where it is shown.
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

/** The refusals of those `parts` that refuse, in order. A fault is thrown on. */
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
