import type { ServerResponse } from 'node:http'
import type { Events } from '../../tabs/contract/events.ts'
import type { Stream } from './event-streams.ts'

function send<Name extends keyof Events>(response: ServerResponse, name: Name, data: Events[Name]): void {
  response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
}

/** What a stream is told, written to `response` as server-sent events. */
export function eventsTo(response: ServerResponse): Pick<Stream, 'tell' | 'beat' | 'end'> {
  return {
    tell: topics => send(response, 'changed', { topics }),
    beat: () => void response.write(':\n\n'),
    end(why) {
      send(response, 'end', { why })
      response.end()
    },
  }
}

/**
 * Holds `response` open as an event stream until the page is gone. `join` adds it to the streams. @returns whether
 * there was room
 */
export async function holdOpen(
  response: ServerResponse,
  join: () => (() => void) | undefined,
): Promise<boolean> {
  response.setHeader('content-type', 'text/event-stream; charset=utf-8')
  response.setHeader('cache-control', 'no-store, no-transform')
  // Disables nginx's buffering, which would hold events back until a page of memory is full.
  response.setHeader('x-accel-buffering', 'no')
  const gone = new Promise(resolve => response.once('close', resolve))
  const leave = join()
  if (!leave) return false
  // An empty comment, sent with the headers: the page knows at once that it is connected.
  if (!response.writableEnded) response.write(':\n\n')
  await gone
  leave()
  return true
}

/** Timer of streams: runs `work` after so many ms, unless the returned function is called. */
export function after(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}
