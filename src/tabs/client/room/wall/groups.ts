import type { WallIdea } from '../../../contract/room/wall.ts'

/** Ideas that are alike, shown once. `id`: of the first of them, by which the group stays itself. */
export type WallGroup = {
  readonly id: string
  readonly shown: WallIdea
  readonly count: number
  /** When the newest of them came (ms). */
  readonly at: number
}

function joined(id: string, members: readonly WallIdea[]): WallGroup {
  const [first] = [...members].sort((a, b) => a.at - b.at)
  const shown = members.find(idea => idea.id === id) ?? first
  if (!shown) throw new Error('a group of no idea')
  return { id, shown, count: members.length, at: Math.max(...members.map(({ at }) => at)) }
}

/** Those alike joined, newest first; of one `axis` where one is chosen. */
export function groupsOf(ideas: Iterable<WallIdea>, axis: string | undefined): readonly WallGroup[] {
  const members = new Map<string, WallIdea[]>()
  for (const idea of ideas) {
    const id = idea.group ?? idea.id
    const known = members.get(id)
    if (known) known.push(idea)
    else members.set(id, [idea])
  }
  return [...members]
    .map(([id, alike]) => joined(id, alike))
    .filter(({ shown }) => axis === undefined || shown.axis === axis)
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
}

/**
 * The order in which they stand: as they are, or while `frozen` as they stood, without those that are gone and those that
 * came meanwhile.
 */
export function orderOf(
  groups: readonly WallGroup[],
  frozen: boolean,
  stood: readonly string[] | undefined,
): readonly WallGroup[] {
  if (!frozen || !stood) return groups
  const known = new Map(groups.map(group => [group.id, group]))
  return stood.flatMap(id => known.get(id) ?? [])
}
