/** Result of one check: ok, action needed, or not checkable. */
export type Finding = {
  readonly what: string
  readonly state: 'ok' | 'to do' | 'not checked'
  /** One sentence, or a part of one. Never a secret. */
  readonly said: string
}

export function lineOf({ what, state, said }: Finding): string {
  return `${state.padEnd(11)}  ${what}: ${said}`
}

/** Action needed: the message says what. */
export class ActionNeeded extends Error {}

/** Cannot be checked here: the message says why. */
export class Unchecked extends Error {}

/** Timeout of a check (ms). */
export const PATIENCE = 8_000

/** Runs a check: its sentence when all is well, or the message of what it throws; a timeout needs action. */
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
