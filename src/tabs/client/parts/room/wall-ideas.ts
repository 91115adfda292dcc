import type { WallIdea, WallView } from '../../../contract/room/wall.ts'

/** What is known of the wall. `revision`: up to where; absent before the first reading. */
export type WallIdeas = {
  readonly revision?: string
  readonly ideas: ReadonlyMap<string, WallIdea>
}

export const NO_WALL: WallIdeas = { ideas: new Map() }

/** What is known once `read` came: all anew, or what changed. What is gone goes last, whatever else is said of it. */
export function mergeWall({ ideas }: WallIdeas, read: WallView): WallIdeas {
  const known = new Map(read.whole ? [] : ideas)
  for (const idea of read.ideas) known.set(idea.id, idea)
  for (const id of read.gone) known.delete(id)
  return { revision: read.revision, ideas: known }
}
