import { useCallback, useEffect, useRef, useState } from 'react'
import type { WallView } from '../../../contract/room/wall.ts'
import type { Call } from '../../data/api/call.ts'
import { type Failure, failureOf } from '../../data/api/failure.ts'
import { pathTo } from '../../data/store/lists.ts'
import { useChanges } from '../../data/stream/changes.ts'
import { mergeWall, NO_WALL, type WallIdeas } from './wall-ideas.ts'

/** Pages of one reading: a wall that grows faster than it is read waits for the next. */
const MOST_PAGES = 20

/** The wall's ideas, the newest first: what changed alone is read, when ideas or the room change. */
export function useWall(call: Call, workshop: string) {
  const [wall, setWall] = useState(NO_WALL)
  const [failure, setFailure] = useState<Failure>()
  const latest = useRef(wall)
  const busy = useRef(false)
  const again = useRef(false)
  const keep = useCallback((next: WallIdeas) => {
    latest.current = next
    setWall(next)
  }, [])
  const path = pathTo('/workshops', workshop, 'wall')
  const readOnce = useCallback(async () => {
    for (let page = 0; page < MOST_PAGES; page++) {
      const { revision } = latest.current
      const view = await call<WallView>(
        'GET',
        revision === undefined ? path : `${path}?after=${encodeURIComponent(revision)}`,
      )
      keep(mergeWall(latest.current, view))
      if (!view.more) break
    }
  }, [call, path, keep])
  const read = useCallback(async () => {
    again.current = true
    if (busy.current) return
    busy.current = true
    try {
      while (again.current) {
        again.current = false
        await readOnce()
      }
      setFailure(undefined)
    } catch (thrown) {
      // What was read before stays.
      setFailure(failureOf(thrown))
    } finally {
      busy.current = false
    }
  }, [readOnce])
  useEffect(() => void read(), [read])
  useEffect(() => {
    window.addEventListener('online', read)
    return () => window.removeEventListener('online', read)
  }, [read])
  useChanges(['room', 'ideas'], () => void read())
  const ideas = [...wall.ideas.values()].toSorted((a, b) => b.at - a.at)
  return { ideas, failure, read, known: wall.revision !== undefined }
}
