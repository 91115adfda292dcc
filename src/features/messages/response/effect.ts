import type { Permission } from '../../../kernel/access/permission.ts'
import type { KeyedRandom } from '../../../kernel/crypto/keyed-random.ts'
import { estimatedInAll, type Shown } from '../../../kernel/personal-data/counts.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import { TOPICS, type Topic } from '../message/domain.ts'

export const EFFECT_PERMISSIONS = {
  effect: { act: 'messages.effect', roles: ['organiser', 'observer'] },
} as const satisfies Record<string, Permission>

/** An act within this time after a message counts as its effect: milliseconds. */
export const SOON = 3 * DAY
/** Reporting period in days, up to the evening before: thirteen weeks. */
export const LOOKED_BACK = 91

/**
 * Topics that ask for no act, for one that nobody needs to be reminded of, such as a seat after asking for it, or for one that
 * nobody may count, such as an answer without a name.
 */
const TELLING: readonly Topic[] = [
  'my-workshop-tomorrow',
  'step-asked',
  'step-late',
  'my-trial',
  'look-in',
  'idea-answered',
  'moderated',
  'workshop-moved',
  'seat-offered',
  'workshop-opens',
  'facilitating',
  'workshop-feedback',
  'relay',
  'broadcast',
]

/** Topics that remind of an act: others have no effect to count. */
export const REMINDING: readonly Topic[] = TOPICS.filter(topic => !TELLING.includes(topic))

/** Exact counts of one topic: only in memory, never stored. */
export type TopicCount = {
  readonly topic: Topic
  /** Messages sent, and those followed by the act within three days. */
  readonly sent: number
  readonly acted: number
  /** Number of recipients. */
  readonly people: number
  /** Number of people for whom the topic was silenced. */
  readonly quiet: number
}

/** What may be shown of it. */
export type Effect = {
  readonly topic: Topic
  readonly sent: Shown
  readonly acted: Shown
  readonly quiet: Shown
}

/** `day`: `YYYY-MM-DD`; the period ends with the evening before. */
export type EffectShown = { readonly day: string; readonly topics: readonly Effect[] }

/** As estimates: neither « all of them acted » nor « everybody ignored it » can be read in them. */
export function effectOf({ topic, sent, acted, people, quiet }: TopicCount, draw: KeyedRandom): Effect {
  const held = (what: string, count: number, whole: number) =>
    estimatedInAll(count, whole, estimate => draw(['effect', topic, what, estimate].join(' ')))
  return {
    topic,
    sent: held('sent', sent, 0),
    acted: held('acted', acted, sent),
    quiet: held('quiet', quiet, Math.max(people, quiet)),
  }
}
