import { systemClock } from '../../../kernel/clock.ts'
import type { Call } from '../api/call.ts'
import { type Failure, failureOf } from '../api/failure.ts'
import { READERS, type SourceName, type Sources } from './sources.ts'

type Each<T> = Readonly<Partial<Record<SourceName, T>>>

export type Snapshot = {
  readonly values: Partial<Sources>
  /** Why a source could not be read the last time. */
  readonly failures: Each<Failure>
  /** `true` for the lists that go on beyond what was read. */
  readonly cut: Each<boolean>
  /** When all that this person may read was last read (ms); absent until then. */
  readonly loadedAt?: number
}

const NAMES = Object.keys(READERS) as SourceName[]

/** Everything, read at once; what cannot be read stays as it was `before`. `further`: see `READERS`. */
export async function readAll(call: Call, before: Snapshot, further: Each<number>): Promise<Snapshot> {
  const values: Record<string, unknown> = { ...before.values }
  const cut: Partial<Record<SourceName, boolean>> = { ...before.cut }
  const failures: Partial<Record<SourceName, Failure>> = {}
  const read = async (name: SourceName) => {
    try {
      const reading = await READERS[name](call, further[name] ?? 0)
      values[name] = reading.value
      cut[name] = reading.cut
    } catch (thrown) {
      failures[name] = failureOf(thrown)
    }
  }
  await Promise.all(NAMES.map(read))
  // A refusal is an answer: asking again would not change it.
  const complete = Object.values(failures).every(({ kind }) => kind === 'refusal')
  const loadedAt = complete ? systemClock.now() : before.loadedAt
  return { values, failures, cut, ...(loadedAt === undefined ? {} : { loadedAt }) }
}
