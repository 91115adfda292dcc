import type { ServerResponse } from 'node:http'
import { chance } from '../../kernel/crypto/random.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import type { Logger } from '../../kernel/monitoring/logger.ts'
import type { Meter } from '../../kernel/monitoring/meter.ts'
import type { PairedScreen, Screens } from '../../kernel/requests/screen-route.ts'
import type { ChangeTopic } from '../../kernel/storage/change-topic.ts'
import { type Clock, monotonic, SECOND } from '../../kernel/time/clock.ts'
import type { Handler, Request, Restify } from '../transport/restify.ts'
import { createStreams, type MostStreams, type StreamParts } from './event-streams.ts'
import { NO_ROOM_S } from './events.ts'
import { after, eventsTo, holdOpen } from './sent-events.ts'

export type ScreenEventParts = Pick<StreamParts, 'subscribe'> & {
  readonly stillPaired: Screens['stillPaired']
  readonly admittedScreen: (request: Request) => PairedScreen
  readonly steps: (path: string, answer: Handler) => readonly Handler[]
  readonly screenStreams?: MostStreams | undefined
  readonly clock: Clock
  /** Interval of heartbeats (ms). */
  readonly beat: number
  readonly meter: Meter
  readonly log: Logger
}

/** Of one screen, which may be reloaded before its old stream is known to be gone; of all; of one workshop. */
const MOST: MostStreams = { each: 2, all: 200, room: 20 }
/** How late after midnight a stream may end (ms). */
const EXPIRY_CHECK = SECOND

const SHOWN: readonly ChangeTopic[] = ['room', 'ideas', 'ballots', 'attendance']
/** A key is taken back, or a workshop cancelled, by changes of these topics. */
const REVOKING: readonly ChangeTopic[] = ['room', 'workshops']

/** What of these a screen shows: tables and hours of a workshop stand in the room's own view. */
function shownOf(topics: readonly ChangeTopic[]): readonly ChangeTopic[] {
  const meant = topics.map((topic): ChangeTopic => (topic === 'workshops' ? 'room' : topic))
  return SHOWN.filter(topic => meant.includes(topic))
}

/** Runs `work`, and once more if it was asked for while it ran. Never rejects if `work` does not. */
function coalesced(work: () => Promise<void>): () => void {
  let running = false
  let again = false
  async function run(): Promise<void> {
    running = true
    while (again) {
      again = false
      await work()
    }
    running = false
  }
  return () => {
    again = true
    if (!running) void run()
  }
}

/**
 * `GET /api/v1/screen/events`: what changed, told at once whatever the number of phones. It ends with the key.
 * @returns the function that ends every stream
 */
export function mountScreenEvents(server: Restify, parts: ScreenEventParts): () => void {
  const { subscribe, stillPaired, admittedScreen, steps, clock, beat, meter, log } = parts

  const checkKeys = coalesced(async () => {
    const ids = [...streams.holders()]
    if (ids.length === 0) return
    try {
      const paired = await stillPaired(ids)
      for (const id of ids) if (!paired.has(id)) streams.endOf(id, 'revoked')
    } catch (err) {
      log.warn({ err }, 'whether screens still hold their key is not known for now')
    }
  })

  const streams = createStreams({
    subscribe: hear =>
      subscribe(topics => {
        if (topics.some(topic => REVOKING.includes(topic))) checkKeys()
        hear(shownOf(topics))
      }),
    clock: monotonic,
    chance,
    after,
    most: parts.screenStreams ?? MOST,
  })
  meter.gauge('faire_screens', () => [{ labels: {}, value: streams.count() }])
  const timers = [
    setInterval(streams.expire, EXPIRY_CHECK),
    setInterval(() => {
      streams.beat()
      checkKeys()
    }, beat),
  ]
  for (const timer of timers) timer.unref()

  const answer: Handler = async (request: Request, response: ServerResponse) => {
    const { id, workshop, expiresAt } = admittedScreen(request)
    const open = await holdOpen(response, () => {
      const leave = streams.add({
        holder: id,
        room: workshop,
        expiresAt: monotonic.now() + expiresAt - clock.now(),
        ...eventsTo(response),
      })
      // A key that was revoked just before the stream was added is not missed.
      checkKeys()
      return leave
    })
    if (!open) throw new Refusal('too-fast', { seconds: NO_ROOM_S })
  }
  server.get('/api/v1/screen/events', ...steps('/screen/events', answer))
  return () => {
    for (const timer of timers) clearInterval(timer)
    streams.stop()
  }
}
