/** Topics of change events, named after the features. `messages` are one's own; no event names a row or a person. */
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
  'room',
  'themes',
  'workshops',
] as const
export type ChangeTopic = (typeof TOPICS)[number]
