import type { Logger } from '../kernel/logger.ts'
import { Unavailable } from '../kernel/unavailable.ts'
import type { PlaceChanged } from './incoming.ts'

/** Kept of those that wait; an outage in which Teams tells more has other troubles. */
const MOST = 1_000

/**
 * What Teams tells of channels, teams and installs while the database is away: no person asks again, and Teams does not
 * promise to. It waits here, in its order, until the database can be used; what is told twice changes nothing.
 */
export function createLateEvents(place: (event: PlaceChanged) => Promise<void>, log: Logger) {
  let waiting: readonly PlaceChanged[] = []
  let going: Promise<void> | undefined

  const keep = (event: PlaceChanged) => {
    waiting = [...waiting, event].slice(-MOST)
  }

  async function go(): Promise<void> {
    for (let first = waiting[0]; first; first = waiting[0]) {
      try {
        await place(first)
      } catch (error) {
        if (error instanceof Unavailable) throw error
        log.error({ kind: first.kind, err: error }, 'a handler failed')
      }
      const done = first
      waiting = waiting.filter(each => each !== done)
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
      if (waiting.length > 0) {
        keep(event)
        while (waiting.includes(event)) await goOn()
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
      if (waiting.length > 0) await goOn().catch(() => undefined)
    },
  }
}
