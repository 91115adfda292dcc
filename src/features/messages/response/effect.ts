import type { Permission } from '../../../kernel/access/permission.ts'
import { rounded, roundedWithin, type Shown } from '../../../kernel/personal-data/counts.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import { TOPICS, type Topic } from '../message/domain.ts'

export const EFFECT_PERMISSIONS = {
  effect: { act: 'messages.effect', roles: ['organiser', 'observer'] },
} as const satisfies Record<string, Permission>

/** What is done so soon after a message went out is its effect: milliseconds. */
export const SOON = 3 * DAY
/** Days that are looked back upon, up to the evening before: thirteen weeks. */
export const LOOKED_BACK = 91

/** They ask for nothing to be done, or for what nobody needs to be reminded of: a seat that somebody queued for. */
const TELLING: readonly Topic[] = [
  'my-workshop-tomorrow',
  'idea-answered',
  'moderated',
  'workshop-moved',
  'seat-offered',
  'facilitating',
  'workshop-feedback',
  'relay',
  'broadcast',
]

/** Those that remind of something to do: of others there is no effect to count. */
export const REMINDING: readonly Topic[] = TOPICS.filter(topic => !TELLING.includes(topic))

/** What was counted of one topic, exactly: alive between two statements, never kept. */
export type TopicCount = {
  readonly topic: Topic
  /** Messages that went out, and those of them that were followed by the act within three days. */
  readonly sent: number
  readonly acted: number
  /** Whom they went to. */
  readonly people: number
  /** For how many the topic fell silent. */
  readonly quiet: number
}

/** What may be said of it. */
export type Effect = {
  readonly topic: Topic
  readonly sent: Shown
  readonly acted: Shown
  readonly quiet: Shown
}

/** `day`: `YYYY-MM-DD`; what is counted ends with the evening before. */
export type EffectShown = { readonly day: string; readonly topics: readonly Effect[] }

/** Rounded so that neither « all of them acted » nor « everybody ignored it » can be read in it. */
export function effectOf({ topic, sent, acted, people, quiet }: TopicCount): Effect {
  return {
    topic,
    sent: rounded(sent),
    acted: roundedWithin(acted, sent),
    quiet: roundedWithin(quiet, Math.max(people, quiet)),
  }
}
