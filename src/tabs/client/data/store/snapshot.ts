import { systemClock } from '../../../../kernel/time/clock.ts'
import type { Call } from '../api/call.ts'
import { Failure, failureAt, failureOf } from '../api/failure.ts'
import type { Readers, SourceReading, Sources } from '../sources/sources.ts'

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

/**
 * Reads the sources `names`, all at once. What is returned lays over a snapshot those of them that still count; what
 * could not be read stays as it was. `further`: see `Readers`.
 */
export async function readSome<S extends object>(
  readers: Readers<S>,
  call: Call,
  names: readonly (keyof S)[],
  further: Each<S, number>,
): Promise<(before: Snapshot<S>, still: readonly (keyof S)[]) => Snapshot<S>> {
  const found = new Map<keyof S, SourceReading<S[keyof S]> | Failure>()
  const read = async (name: keyof S) => {
    found.set(name, await readers[name](call, further[name] ?? 0).catch(failureOf))
  }
  await Promise.all(names.map(read))
  return (before, still) => {
    const values: Partial<S> = { ...before.values }
    const cut: Partial<Record<keyof S, boolean>> = { ...before.cut }
    const failures: Partial<Record<keyof S, Failure>> = { ...before.failures }
    for (const name of still) {
      const reading = found.get(name)
      delete failures[name]
      if (reading instanceof Failure) failures[name] = failureAt(reading, readers[name].part)
      else if (reading) {
        values[name] = reading.value
        cut[name] = reading.cut
      }
    }
    // A refusal is an answer: asking again would not change it.
    const complete = Object.values<Failure | undefined>(failures).every(
      failure => failure?.kind === 'refusal',
    )
    const whole = still.length === Object.keys(readers).length
    const loadedAt = complete && whole ? systemClock.now() : before.loadedAt
    return { values, failures, cut, ...(loadedAt === undefined ? {} : { loadedAt }) }
  }
}
