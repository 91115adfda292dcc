import type { Problem } from '../../../contract/primitives.ts'
import type { RoomView } from '../../../contract/room/room.ts'
import type { WallView } from '../../../contract/room/wall.ts'
import { Failure } from '../../data/api/failure.ts'
import { readEvents } from '../../data/stream/events.ts'
import type { RoomReader } from './reader.ts'

const PATIENCE = 15_000
/**
 * What an answer that is no yes means. Only a no of the product's own ends a screen: on the way there a proxy or a portal may
 * say anything, and a key thrown away for that would have to be paired again before the whole room.
 */
async function failureIn(response: Response): Promise<Failure> {
  const { code }: Partial<Problem> = await response.json().catch(() => ({}))
  const ours = typeof code === 'string' && response.status < 500
  if (ours && response.status === 429) return new Failure('refusal', '', '', code)
  return new Failure(ours ? 'session' : 'fault', '', `HTTP ${response.status}`, code)
}

/** @throws Failure */
export async function reach(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(`/api/v1${path}`, {
    ...init,
    cache: 'no-store',
    credentials: 'omit',
  }).catch(() => {
    throw new Failure('offline')
  })
  if (response.ok) return response
  throw await failureIn(response)
}

/** @throws Failure */
export async function read<T>(path: string, init: RequestInit): Promise<T> {
  const response = await reach(path, { ...init, signal: AbortSignal.timeout(PATIENCE) })
  return response.json().catch(() => {
    throw new Failure('offline')
  })
}

/** Asks for what no key is needed for: a code, and whether somebody typed it. @throws Failure */
export function post<T>(path: string, body: object): Promise<T> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  return read<T>(`/screen${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
}

/** Where a wall goes on, as its address says it. */
export const afterIn = (after: string | undefined): string =>
  after === undefined ? '' : `?${new URLSearchParams({ after })}`

/** Reads by the key of a paired screen, which goes in a header: an address would stand in logs. */
export function readerWith(key: string): RoomReader {
  const headers = { authorization: `Screen ${key}` }
  return {
    room: () => read<RoomView>('/screen/room', { headers }),
    wall: after => read<WallView>(`/screen/wall${afterIn(after)}`, { headers }),
    async listen({ opened, lives, changed }, signal) {
      const { body } = await reach('/screen/events', { headers, signal })
      if (!body) return 'lost'
      opened()
      return readEvents(body, { lives, changed })
    },
  }
}
