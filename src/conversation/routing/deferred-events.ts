import { Unavailable } from '../../kernel/errors/unavailable.ts'
import type { Logger } from '../../kernel/monitoring/logger.ts'
import type { PlaceChanged } from '../protocol/incoming.ts'

/** Kept of those that wait; an outage in which Teams tells more has other troubles. */
const MOST = 1_000

/**
 * What Teams tells of channels, teams and installs while the database is away: no person asks again, and Teams does not
 * promise to. It waits here, in its order, until the database can be used; what is told twice changes nothing.
 */
export function createDeferredEvents(place: (event: PlaceChanged) => Promise<void>, log: Logger) {
  /** In the order in which they came. */
  const waiting = new Set<PlaceChanged>()
  let going: Promise<void> | undefined

  const keep = (event: PlaceChanged) => {
    waiting.add(event)
    const [oldest] = waiting
    if (oldest && waiting.size > MOST) waiting.delete(oldest)
  }

  async function go(): Promise<void> {
    // A set goes on to what is added meanwhile.
    for (const event of waiting) {
      try {
        await place(event)
      } catch (error) {
        if (error instanceof Unavailable) throw error
        log.error({ kind: event.kind, err: error }, 'a handler failed')
      }
      waiting.delete(event)
    }
  }

  function goOn(): Promise<void> {
    going ??= go().finally(() => {
      going = undefined
    })
    return going
  }

  return {
    /** Takes note of it, after those that wait. @throws Unavailable: it waits, and may be told again */
    async take(event: PlaceChanged): Promise<undefined> {
      if (waiting.size > 0) {
        keep(event)
        while (waiting.has(event)) await goOn()
        return
      }
      try {
        await place(event)
      } catch (error) {
        if (error instanceof Unavailable) keep(event)
        throw error
      }
    },

    /** Called whenever the database may be there again. Never rejects. */
    async catchUp(): Promise<void> {
      if (waiting.size > 0) await goOn().catch(() => undefined)
    },
  }
}
