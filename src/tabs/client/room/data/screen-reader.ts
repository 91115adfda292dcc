import type { RoomView } from '../../../contract/room/room.ts'
import type { WallView } from '../../../contract/room/wall.ts'
import { Failure } from '../../data/api/failure.ts'
import { readEvents } from '../../data/stream/events.ts'
import type { RoomReader } from './reader.ts'

const PATIENCE = 15_000
/** The key was revoked, its day is over, or its workshop is gone. */
const LOST: readonly number[] = [401, 403, 404, 410]

function kindOf(status: number): Failure['kind'] {
  if (LOST.includes(status)) return 'session'
  return status === 429 ? 'refusal' : 'fault'
}

/** @throws Failure */
async function reach(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(`/api/v1/screen${path}`, {
    ...init,
    cache: 'no-store',
    credentials: 'omit',
  }).catch(() => {
    throw new Failure('offline')
  })
  if (response.ok) return response
  throw new Failure(kindOf(response.status), '', `HTTP ${response.status}`)
}

/** @throws Failure */
async function read<T>(path: string, init: RequestInit): Promise<T> {
  const response = await reach(path, { ...init, signal: AbortSignal.timeout(PATIENCE) })
  return response.json().catch(() => {
    throw new Failure('offline')
  })
}

/** Asks for what no key is needed for: a code, and whether somebody typed it. @throws Failure */
export function post<T>(path: string, body: object): Promise<T> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  return read<T>(path, { method: 'POST', headers, body: JSON.stringify(body) })
}

/** Reads by the key of a paired screen, which goes in a header: an address would stand in logs. */
export function readerWith(key: string): RoomReader {
  const headers = { authorization: `Screen ${key}` }
  return {
    room: () => read<RoomView>('/room', { headers }),
    wall: after =>
      read<WallView>(after === undefined ? '/wall' : `/wall?${new URLSearchParams({ after })}`, { headers }),
    async listen({ opened, lives, changed }, signal) {
      const { body } = await reach('/events', { headers, signal })
      if (!body) return 'lost'
      opened()
      return readEvents(body, { lives, changed })
    },
  }
}
