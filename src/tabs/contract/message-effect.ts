import type { Shown } from '../../kernel/personal-data/counts.ts'
import type { TopicName } from './messages.ts'

/**
 * GET /messages/effect, for organisers and observers: what the messages that remind of something led to in thirteen weeks,
 * in the whole programme. Estimates, 0 where there are too few for one; the same all day.
 */
export type EffectView = {
  /** `YYYY-MM-DD`: what is counted ends with the evening before. */
  readonly day: string
  readonly topics: readonly {
    readonly topic: TopicName
    /** Messages sent, and those followed by the act within three days. */
    readonly sent: Shown
    readonly acted: Shown
    /** People for whom the topic is silent, since they answered none of four. */
    readonly quiet: Shown
  }[]
}
