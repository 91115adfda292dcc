import { systemClock } from '../../../kernel/clock.ts'
import type { Call } from '../api/call.ts'
import { type Failure, failureOf } from '../api/failure.ts'
import type { Readers, Sources } from './sources.ts'

type Each<S, T> = { readonly [Name in keyof S]?: T }

export type Snapshot<S = Sources> = {
  readonly values: Partial<S>
  /** Why a source could not be read the last time. */
  readonly failures: Each<S, Failure>
  /** `true` for the lists that go on beyond what was read. */
  readonly cut: Each<S, boolean>
  /** When all that this person may read was last read (ms); absent until then. */
  readonly loadedAt?: number
}

/** Everything, read at once; what cannot be read stays as it was `before`. `further`: see `Readers`. */
export async function readAll<S extends object>(
  readers: Readers<S>,
  call: Call,
  before: Snapshot<S>,
  further: Each<S, number>,
): Promise<Snapshot<S>> {
  const values: Partial<S> = { ...before.values }
  const cut: Partial<Record<keyof S, boolean>> = { ...before.cut }
  const failures: Partial<Record<keyof S, Failure>> = {}
  const read = async (name: keyof S) => {
    try {
      const reading = await readers[name](call, further[name] ?? 0)
      values[name] = reading.value
      cut[name] = reading.cut
    } catch (thrown) {
      failures[name] = failureOf(thrown)
    }
  }
  await Promise.all((Object.keys(readers) as (keyof S)[]).map(read))
  // A refusal is an answer: asking again would not change it.
  const complete = Object.values<Failure | undefined>(failures).every(failure => failure?.kind === 'refusal')
  const loadedAt = complete ? systemClock.now() : before.loadedAt
  return { values, failures, cut, ...(loadedAt === undefined ? {} : { loadedAt }) }
}
