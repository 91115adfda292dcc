/** What a change may be about, in the names of the features. `messages` are one's own; nobody's rows are named. */
export const TOPICS = [
  'attendance',
  'audit',
  'ballots',
  'broadcasts',
  'channels',
  'commitments',
  'feedback',
  'figures',
  'ideas',
  'initiatives',
  'messages',
  'people',
  'programme',
  'workshops',
] as const
export type ChangeTopic = (typeof TOPICS)[number]
