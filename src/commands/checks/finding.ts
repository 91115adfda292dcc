/** What one look found: that all is well, what is to be done, or why it could not be looked at. */
export type Finding = {
  readonly what: string
  readonly state: 'ok' | 'to do' | 'not checked'
  /** One sentence, or a part of one. Never a secret. */
  readonly said: string
}

/** Something to be done: the message says what. */
export class ActionNeeded extends Error {}

/** Nothing can be said of it here: the message says why. */
export class Unchecked extends Error {}

/** Longer than any answer that is worth waiting for (ms). */
export const PATIENCE = 8_000

/** What `look` says when all is well, or the message of what it throws; what takes longer than `PATIENCE` is to be looked into. */
export async function findingOf(
  what: string,
  look: () => Promise<string>,
  told: (error: Error) => string,
): Promise<Finding> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new ActionNeeded(`no answer within ${PATIENCE / 1_000} s`)), PATIENCE)
  try {
    return { what, state: 'ok', said: await Promise.race([look(), late]) }
  } catch (error) {
    if (error instanceof Unchecked) return { what, state: 'not checked', said: error.message }
    return {
      what,
      state: 'to do',
      said: error instanceof ActionNeeded ? error.message : told(error as Error),
    }
  } finally {
    clearTimeout(timer)
  }
}
