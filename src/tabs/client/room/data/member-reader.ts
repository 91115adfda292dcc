import type { RoomView } from '../../../contract/room/room.ts'
import type { WallView } from '../../../contract/room/wall.ts'
import { readEvents } from '../../data/stream/events.ts'
import type { RoomReader } from './reader.ts'
import { afterIn, reach, read } from './screen-reader.ts'

/** Reads as somebody who takes part, by a token of Teams for each call: what a screen shows, a participant may read. */
export function memberReader(token: () => Promise<string>, workshop: string): RoomReader {
  const headers = async () => ({ authorization: `Bearer ${await token()}` })
  const path = `/workshops/${encodeURIComponent(workshop)}`
  return {
    room: async () => read<RoomView>(`${path}/room`, { headers: await headers() }),
    wall: async after => read<WallView>(`${path}/wall${afterIn(after)}`, { headers: await headers() }),
    async listen({ opened, lives, changed }, signal) {
      const { body } = await reach('/events', { headers: await headers(), signal })
      if (!body) return 'lost'
      opened()
      return readEvents(body, { lives, changed })
    },
  }
}
