/** The parts in which somebody reads what is held about them, in order; their words are under `data.<part>` in i18n. */
export const DATA_PARTS = [
  'self',
  'commitments',
  'ideas',
  'votes',
  'workshops',
  'messages',
  'charge',
  'journal',
  'passing',
] as const

export type DataPart = (typeof DATA_PARTS)[number]
