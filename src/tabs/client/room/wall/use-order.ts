import { useMemo, useRef } from 'react'
import type { WallIdea } from '../../../contract/room/wall.ts'
import { groupsOf, orderOf, type WallGroup } from './groups.ts'

type Order = {
  readonly groups: readonly WallGroup[]
  /** How many ideas there are, each counted. */
  readonly ideas: number
  /** How many came since the order was frozen. */
  readonly waiting: number
}

const count = (groups: readonly WallGroup[]) => groups.reduce((sum, group) => sum + group.count, 0)

/** Which ideas stand on the wall, in which order. */
export function useOrder(
  ideas: ReadonlyMap<string, WallIdea>,
  axis: string | undefined,
  frozen: boolean,
): Order {
  const stood = useRef<readonly string[]>(undefined)
  return useMemo(() => {
    const all = groupsOf(ideas.values(), axis)
    if (!frozen || !stood.current) stood.current = all.map(({ id }) => id)
    const groups = orderOf(all, frozen, stood.current)
    return { groups, ideas: count(all), waiting: count(all) - count(groups) }
  }, [ideas, axis, frozen])
}
