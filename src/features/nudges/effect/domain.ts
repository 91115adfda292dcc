import type { Subject, Topic } from '../../messages/index.ts'

/** A sent message without a recorded effect. */
export type SentReminder = {
  readonly id: string
  readonly person: string
  readonly topic: Topic
  readonly reason: string
  readonly subject: Subject
  /** Milliseconds. */
  readonly at: number
}

/** Topics whose act can also be done elsewhere than on the message's card, in the order in which they are checked. */
export const LOOKED_AT = [
  'workshop-soon',
  'workshop-tomorrow',
  'axis-silent',
  'ideas-waiting',
  'my-ballot-closing',
  'my-horizon',
  'digest',
] as const satisfies readonly Topic[]
export type LookedAt = (typeof LOOKED_AT)[number]
