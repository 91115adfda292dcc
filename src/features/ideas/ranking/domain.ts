import type { KeyedRandom } from '../../../kernel/crypto/keyed-random.ts'
import { FEWEST } from '../../../kernel/personal-data/counts.ts'

/** Directions whose supporters are counted together: one, or several that are small. */
export type RankingGroup = {
  readonly directions: readonly string[]
  readonly headcount: number
  /** Fewer than nineteen people work in one of them: what they support is held back. */
  readonly isHeld: boolean
}

type Place = { readonly id: string; readonly headcount: number }

/** Jeffreys' prior: nobody out of few people is not taken for nobody ever. */
const PRIOR = 0.5
/** The supporters of small Directions enter ten at a time, from a secret count on. */
export const HELD = 10
/** A step is worth as much as the first supporters of eight Directions. */
export const STEP_WIDTH = 8

/**
 * Each Direction is a group, and those of fewer than nineteen people are one; with the smallest other Direction, should
 * they still be fewer together.
 */
export function groupsOf(directions: readonly Place[]): readonly RankingGroup[] {
  const sorted = directions.toSorted((a, b) => a.headcount - b.headcount || (a.id < b.id ? -1 : 1))
  const pooled: Place[] = []
  let headcount = 0
  for (const place of sorted) {
    const isFull = pooled.length === 0 || headcount >= FEWEST
    if (place.headcount >= FEWEST && isFull) break
    pooled.push(place)
    headcount += place.headcount
  }
  const pool = { directions: pooled.map(({ id }) => id), headcount, isHeld: true }
  const others = sorted.slice(pooled.length).map(({ id, headcount }) => ({
    directions: [id],
    headcount,
    isHeld: false,
  }))
  return pooled.length === 0 ? others : [pool, ...others]
}

/** Share of a group that supports an idea, smoothed. */
export function shareOf(supporters: number, headcount: number): number {
  return (supporters + PRIOR) / (headcount + 2 * PRIOR)
}

/**
 * `count` in tens, each entering once a secret number of supporters is reached, between one and ten more than the ten
 * before: on average as many as there are. Whether one person more supports changes it once in ten.
 */
export function heldCount(count: number, draw: (ten: number) => number): number {
  let tens = 0
  while (count > HELD * tens + Math.floor(draw(tens) * HELD)) tens++
  return HELD * tens
}

/**
 * Support across groups: how far the geometric mean of the groups' shares lies above that of an idea which nobody
 * supports. Each group has one voice, whatever its size, or the largest would decide, as it does where supports are
 * added up. The unit is what the first supporter of a group brings. `supporters`: of each group, held where it must be.
 */
export function breadthOf(groups: readonly RankingGroup[], supporters: readonly number[]): number {
  const logs = groups.map(({ headcount }, at) =>
    Math.log(shareOf(supporters[at] ?? 0, headcount) / shareOf(0, headcount)),
  )
  return logs.reduce((sum, log) => sum + log, 0) / Math.log(shareOf(1, 0) / shareOf(0, 0))
}

/** `breadth` in whole steps, each reached at a secret breadth within its eight. Whether one person more supports seldom changes it. */
export function stepOf(breadth: number, draw: (step: number) => number): number {
  let step = 0
  while (breadth > STEP_WIDTH * (step + draw(step))) step++
  return step
}

/** Supporters of an idea by Direction, each person once. */
export type SupportersByDirection = ReadonlyMap<string, number>

/** The idea's step in the ranking across Directions. `draw`: fixed for each idea, and secret. */
export function rankOf(
  groups: readonly RankingGroup[],
  { id, by }: { readonly id: string; readonly by: SupportersByDirection },
  draw: KeyedRandom,
): number {
  const supporters = groups.map(({ directions, isHeld }) => {
    const count = directions.reduce((sum, direction) => sum + (by.get(direction) ?? 0), 0)
    return isHeld ? heldCount(count, ten => draw(`ranking ${id} held ${ten}`)) : count
  })
  return stepOf(breadthOf(groups, supporters), step => draw(`ranking ${id} step ${step}`))
}
