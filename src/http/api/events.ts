import type { ServerResponse } from 'node:http'
import { chance } from '../../kernel/crypto/random.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import type { Meter } from '../../kernel/monitoring/meter.ts'
import { limitKey } from '../../kernel/requests/limits.ts'
import { type Clock, monotonic } from '../../kernel/time/clock.ts'
import type { Events } from '../../tabs/contract/events.ts'
import type { Admit, Admitted } from '../sign-in/admission.ts'
import type { Request, Restify } from '../transport/restify.ts'
import { createStreams, type StreamParts } from './event-streams.ts'

export type EventParts = Pick<StreamParts, 'subscribe' | 'most'> & {
  readonly admit: Admit
  readonly clock: Clock
  /** Interval of heartbeats (ms). */
  readonly beat: number
  readonly meter: Meter
}

/** Retry-After while there are too many streams (s). */
const NO_ROOM_S = 30

function after(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}

function send<Name extends keyof Events>(response: ServerResponse, name: Name, data: Events[Name]): void {
  response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
}

/** `GET /api/v1/events`, see the contract. @returns the function that ends every stream */
export function mountEvents(server: Restify, parts: EventParts, admitted: Admitted): () => void {
  const { clock, beat, admit, meter } = parts
  // Monotonic: a clock that is set back would delay events.
  const streams = createStreams({ ...parts, clock: monotonic, chance, after })
  meter.gauge('faire_event_clients', () => [{ labels: {}, value: streams.count() }])
  const beating = setInterval(streams.beat, beat)
  beating.unref()

  function open(request: Request, response: ServerResponse): (() => void) | undefined {
    const found = admitted.get(request)
    if (!found) throw new Error('a stream was opened before its token was checked')
    return streams.add({
      person: limitKey(found.actor),
      expiresAt: monotonic.now() + found.expiresAt - clock.now(),
      tell: topics => send(response, 'changed', { topics }),
      beat: () => void response.write(':\n\n'),
      end(why) {
        send(response, 'end', { why })
        response.end()
      },
    })
  }

  server.get('/api/v1/events', admit('get /events'), async (request: Request, response: ServerResponse) => {
    response.setHeader('content-type', 'text/event-stream; charset=utf-8')
    response.setHeader('cache-control', 'no-store, no-transform')
    // Disables nginx's buffering, which would hold events back until a page of memory is full.
    response.setHeader('x-accel-buffering', 'no')
    const gone = new Promise(resolve => response.once('close', resolve))
    const leave = open(request, response)
    if (!leave) {
      meter.count('faire_event_clients_refused_total', {})
      throw new Refusal('too-fast', { seconds: NO_ROOM_S })
    }
    // An empty comment, sent with the headers: the page knows at once that it is connected.
    if (!response.writableEnded) response.write(':\n\n')
    await gone
    leave()
  })
  return () => {
    clearInterval(beating)
    streams.stop()
  }
}
