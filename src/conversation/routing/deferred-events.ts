import { Unavailable } from '../../kernel/errors/unavailable.ts'
import type { Logger } from '../../kernel/monitoring/logger.ts'
import type { PlaceChanged } from '../protocol/incoming.ts'

/** Limit of the queue; during such an outage lost events are the lesser problem. */
const MOST = 1_000

/**
 * Queues events about channels, teams and installations while the database is down: no person repeats them, and Teams
 * does not promise to. They are processed in order once it is back; repeated ones change nothing.
 */
export function createDeferredEvents(place: (event: PlaceChanged) => Promise<void>, log: Logger) {
  /** In order of arrival. */
  const waiting = new Set<PlaceChanged>()
  let going: Promise<void> | undefined

  const keep = (event: PlaceChanged) => {
    waiting.add(event)
    const [oldest] = waiting
    if (oldest && waiting.size > MOST) waiting.delete(oldest)
  }

  async function go(): Promise<void> {
    // A Set's iterator includes what is added meanwhile.
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
    /** Processes an event, after those that wait. @throws Unavailable: it was queued, and may be delivered again */
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

    /** Retries; call it whenever the database may be back. Never rejects. */
    async catchUp(): Promise<void> {
      if (waiting.size > 0) await goOn().catch(() => undefined)
    },
  }
}
