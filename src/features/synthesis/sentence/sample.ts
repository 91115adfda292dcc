import { digestOf } from '../../../kernel/crypto/signature.ts'
import type { Agreement, Obstacle } from './domain.ts'

/** Ideas that people read of what words have placed; all where there are no more. */
export const SAMPLE_SIZE = 60
/** Of the agreement's lower bound: under it nothing is published. */
export const LEAST_AGREEMENT = 0.75
/** Of the normal distribution, at 95 % both sides. */
const Z = 1.96

/** One idea of a sample, and what somebody said of where words had put it. */
export type SampledIdea = {
  readonly idea: string
  /** Under which theme it was when it was drawn. */
  readonly theme: string
  /** Absent until it is read. */
  readonly right?: boolean
}

/** When a sample was drawn (ms), by which words ideas had been placed, and how many were. */
export type Draw = { readonly at: number; readonly words: string; readonly of: number }

/** How far the reading has come. `low`: lower bound of the agreement, from 0 to 1; absent until one is read. */
export type SampleReading = {
  readonly state: 'none' | 'to-draw' | 'reading' | 'done' | 'stale'
  readonly size: number
  readonly read: number
  readonly right: number
  readonly whole: boolean
  readonly low?: number
}

/**
 * Lower bound of the share of what is right: Wilson's at 95 % of a sample; of a whole that was read the share itself.
 * 0 of nothing.
 */
export function lowerBound({ read, right, whole }: Agreement): number {
  if (read === 0) return 0
  const share = right / read
  if (whole) return share
  const square = Z * Z
  const middle = share + square / (2 * read)
  const spread = Z * Math.sqrt((share * (1 - share) + square / (4 * read)) / read)
  return Math.min(share, Math.max(0, (middle - spread) / (1 + square / read)))
}

/** What was seen when the sample is looked at. `placed`: ideas that words put under a theme now. */
type Seen = {
  readonly draw: Draw | undefined
  readonly sampled: readonly SampledIdea[]
  /** By which words ideas are placed now. */
  readonly words: string
  readonly placed: number
  /** Since when the latest run is in its state (ms). */
  readonly ranAt: number | undefined
}

/** Words have placed anew since it was drawn, or are others. */
function isStale(draw: Draw, { words, ranAt }: Seen): boolean {
  return draw.words !== words || (ranAt !== undefined && ranAt > draw.at)
}

export function sampleReading(seen: Seen): SampleReading {
  const { draw, sampled, placed } = seen
  const read = sampled.filter(({ right }) => right !== undefined).length
  const right = sampled.filter(each => each.right === true).length
  const size = sampled.length
  const done = size > 0 && read === size
  const whole = done && draw !== undefined && draw.of <= SAMPLE_SIZE
  const counts = { size, read, right, whole, ...(read > 0 && { low: lowerBound({ read, right, whole }) }) }
  if (!draw || size === 0 || isStale(draw, seen)) {
    if (placed === 0) return { state: 'none', size: 0, read: 0, right: 0, whole: true }
    return { state: draw ? 'stale' : 'to-draw', ...counts }
  }
  return { state: done ? 'done' : 'reading', ...counts }
}

const BY_STATE = {
  none: undefined,
  done: undefined,
  'to-draw': 'sample-to-draw',
  reading: 'sample-unread',
  stale: 'sample-stale',
} as const satisfies Record<SampleReading['state'], Obstacle | undefined>

/** Why what words have placed keeps a synthesis from being published. */
export function sampleObstacle({ state, low = 0 }: SampleReading): Obstacle | undefined {
  return BY_STATE[state] ?? (state === 'done' && low < LEAST_AGREEMENT ? 'agreement-low' : undefined)
}

/** `most` of `items` at random, each as likely as any other. `lot`: random numbers in [0, 1). */
export function drawn<T>(items: readonly T[], most: number, lot: () => number): readonly T[] {
  const left = [...items]
  const taken: T[] = []
  while (taken.length < most && left.length > 0) {
    const at = Math.floor(lot() * left.length)
    const last = left.pop() as T
    const [one = last] = at < left.length ? left.splice(at, 1, last) : [last]
    taken.push(one)
  }
  return taken
}

/** Names the words of some themes, in any order: another name once one of them is another. */
export function wordsMark(
  themes: readonly { readonly id: string; readonly words: readonly string[] }[],
): string {
  const lines = themes.map(({ id, words }) => JSON.stringify([id, ...words.toSorted()]))
  return digestOf(Buffer.from(lines.toSorted().join('\n')), 'words')
}
