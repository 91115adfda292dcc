import type { Subject, Topic } from '../../messages/index.ts'

/** A message that went out, of which it is not known whether it led to anything. */
export type SentReminder = {
  readonly id: string
  readonly person: string
  readonly topic: Topic
  readonly reason: string
  readonly subject: Subject
  /** Milliseconds. */
  readonly at: number
}

/** Topics whose act can be done elsewhere than on the message's card, in the order in which they are looked at. */
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
