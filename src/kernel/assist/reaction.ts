/** A thumb under a message that a language model helped to write. Closed: a label of metrics. */
export const REACTIONS = ['like', 'dislike'] as const
export type Reaction = (typeof REACTIONS)[number]
