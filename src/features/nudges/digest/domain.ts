import type { Shown } from '../../../kernel/personal-data/counts.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import type { Targets } from '../../channels/index.ts'
import type { IdeaSeen } from '../../ideas/index.ts'
import type { About } from '../posts/domain.ts'
import type { DigestThing } from '../rules/digest.ts'

/** A thing of the week, with its index in the message. */
export type WeekThing = DigestThing & { readonly item: string }

/** Of what a pilot can post about, the most useful first: what ends, what begins, what is silent. */
const READY: readonly DigestThing['topic'][] = [
  'ballot-closing',
  'workshop-tomorrow',
  'workshop-soon',
  'axis-silent',
]

export function readiestFirst(things: readonly WeekThing[]): readonly WeekThing[] {
  return READY.flatMap(topic => things.filter(thing => thing.topic === topic))
}

const [MONTH, WEEK] = [4, 1]

/**
 * Over how many weeks two equal times are compared, both within the programme: four, one where it is too young for that;
 * undefined in its first fortnight. `begun`, `now`: milliseconds.
 */
export function weeksCompared(begun: number, now: number): number | undefined {
  return [MONTH, WEEK].find(weeks => now - begun >= 2 * weeks * 7 * DAY)
}

/** Where a pilot is among the ideas that wait: after which, of which Direction. Both '' at the beginning. */
export type QueuePlace = { readonly direction: string; readonly after: string }

/** An idea to be answered, and the place that follows it. */
export type Asked = { readonly idea: IdeaSeen; readonly next: QueuePlace }
/** `count`: how many wait in all; `asked`: absent where none comes after the place. */
export type Queue = { readonly count: number; readonly asked?: Asked }
/** Ideas of the Direction in the last `weeks`, and in as many before. */
export type IdeaPace = { readonly weeks: number; readonly count: Shown; readonly before: Shown }
/** A post that is ready; `publishedAt`: when it was published, in milliseconds. */
export type Ready = {
  readonly item: string
  readonly about: About
  readonly targets: Pick<Targets, 'channels'>
  readonly publishedAt?: number
}
