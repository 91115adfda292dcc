import type { Message, Topic } from './domain.ts'

/** What one touched moved: gathered, and told in one card a week at most. */
export const RETURN: Topic = 'idea-answered'
/** The feature that draws the card in which such moves are told. */
export const RETURNS = 'returns'

/** What a message is of, and whether it must be known at once: `atOnce` in its subject. */
type Occasion = Pick<Message, 'topic' | 'subject'>

/** Whether it tells that something one touched moved. Not what one must know or is asked: told at once, by itself. */
export function isReturn({ topic, subject }: Occasion): boolean {
  return topic === RETURN && subject.atOnce === undefined
}

/** News: sent to few, not to many on one morning. */
const NEWS: readonly Topic[] = [
  'step-asked',
  'idea-answered',
  'moderated',
  'workshop-moved',
  'seat-offered',
  'facilitating',
  'relay',
]

/** Whether messages of the topic go to many at a time, and give precedence to others. */
export function isBulk(topic: Topic): boolean {
  return !NEWS.includes(topic)
}

/** Topics outside the weekly budget: consequences of the person's own act, such as taking a seat. */
const UNCOUNTED: readonly Topic[] = [
  ...NEWS,
  'my-workshop-tomorrow',
  'workshop-feedback',
  'my-horizon',
  'my-step',
  'my-trial',
]

/** Whether the message counts in the weekly budget. */
export function counts(message: Occasion): boolean {
  return isReturn(message) || !UNCOUNTED.includes(message.topic)
}

/** They invite to something that one has not promised: the first to wait when a week is full. */
const INVITATIONS: readonly Topic[] = [
  'workshop-soon',
  'workshop-tomorrow',
  'axis-silent',
  'ballot-closing',
  'my-ballot-closing',
  'workshop-opens',
  'broadcast',
]

/** Order in which messages that count take the slots of a full week: 0 first. */
export function rankOf(message: Occasion): 0 | 1 | 2 {
  if (isReturn(message)) return 1
  return INVITATIONS.includes(message.topic) ? 2 : 0
}

/** The lowest free slot of the week, or undefined when `budget` slots are taken. */
export function freeNumber(taken: readonly number[], budget: number): number | undefined {
  if (taken.length >= budget) return undefined
  for (let number = 1; number <= budget; number++) if (!taken.includes(number)) return number
  return undefined
}
