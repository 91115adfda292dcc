import type { ServerResponse } from 'node:http'
import type { Actor } from '../../kernel/access/actor.ts'
import { chance } from '../../kernel/crypto/random.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import type { Meter } from '../../kernel/monitoring/meter.ts'
import { limitKey } from '../../kernel/requests/limits.ts'
import { type Clock, monotonic } from '../../kernel/time/clock.ts'
import type { Admission, Admit, Admitted } from '../sign-in/admission.ts'
import type { Request, Restify } from '../transport/restify.ts'
import { createStreams, type StreamParts } from './event-streams.ts'
import { after, eventsTo, holdOpen } from './sent-events.ts'

export type EventParts = Pick<StreamParts, 'subscribe' | 'most'> & {
  readonly admit: Admit
  readonly clock: Clock
  /** Interval of heartbeats (ms). */
  readonly beat: number
  readonly meter: Meter
  /** Whether the person may hold the remote of this workshop: their page is then told at once. */
  readonly holdsRemote: (actor: Actor, workshop: string) => Promise<boolean>
}

/** Retry-After while there are too many streams (s). */
export const NO_ROOM_S = 30

/** Longer than any id of ours. */
const LONGEST_ID = 80

/** `GET /api/v1/events`, see the contract. @returns the function that ends every stream */
export function mountEvents(server: Restify, parts: EventParts, admitted: Admitted): () => void {
  const { clock, beat, admit, meter, holdsRemote } = parts
  // Monotonic: a clock that is set back would delay events.
  const streams = createStreams({ ...parts, clock: monotonic, chance, after })
  meter.gauge('faire_event_clients', () => [{ labels: {}, value: streams.count() }])
  const beating = setInterval(streams.beat, beat)
  beating.unref()

  /** The workshop whose remote the page says it is: a hint, which gives nothing to whoever may not hold it. */
  async function roomOf(request: Request, actor: Actor): Promise<string | undefined> {
    const remote = new URL(request.url ?? '', 'http://localhost').searchParams.get('remote') ?? ''
    if (remote === '' || remote.length > LONGEST_ID) return undefined
    return (await holdsRemote(actor, remote)) ? remote : undefined
  }

  const streamOf = ({ actor, expiresAt }: Admission, room: string | undefined, response: ServerResponse) => ({
    holder: limitKey(actor),
    room,
    expiresAt: monotonic.now() + expiresAt - clock.now(),
    ...eventsTo(response),
  })

  server.get('/api/v1/events', admit('get /events'), async (request: Request, response: ServerResponse) => {
    const found = admitted.get(request)
    if (!found) throw new Error('a stream was opened before its token was checked')
    const room = await roomOf(request, found.actor)
    if (await holdOpen(response, () => streams.add(streamOf(found, room, response)))) return
    meter.count('faire_event_clients_refused_total', {})
    throw new Refusal('too-fast', { seconds: NO_ROOM_S })
  })
  return () => {
    clearInterval(beating)
    streams.stop()
  }
}
