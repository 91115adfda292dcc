import type { ChangeTopic } from '../../../../kernel/storage/change-topic.ts'
import type { RoomView } from '../../../contract/room/room.ts'
import type { WallView } from '../../../contract/room/wall.ts'
import type { StreamEnd } from '../../data/stream/events.ts'

export type RoomEars = {
  /** Listens from now on: what changed before is to be read. */
  readonly opened: () => void
  /** Anything came, if only a sign of life. */
  readonly lives: () => void
  readonly changed: (topics: readonly ChangeTopic[]) => void
}

/**
 * All that a screen reads, by whichever right: the key of a paired screen, or somebody's token where the page is shown in
 * Teams. Each throws a `Failure`, of kind `session` once that right is gone.
 */
export type RoomReader = {
  readonly room: () => Promise<RoomView>
  readonly wall: (after: string | undefined) => Promise<WallView>
  readonly listen: (ears: RoomEars, signal: AbortSignal) => Promise<StreamEnd>
}
