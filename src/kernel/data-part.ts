import type { Expiring } from './expiry.ts'

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

/** How many months each kind is kept for. */
export type Months = Readonly<Record<Expiring, number>>

const KEPT: Readonly<Partial<Record<DataPart, Expiring>>> = {
  commitments: 'commitments',
  ideas: 'ideaNames',
  votes: 'votes',
  workshops: 'seats',
  messages: 'messages',
  passing: 'posts',
}

/** What the sentence `data.<part>.until` has to be told. */
export function monthsOf(part: DataPart, months: Months): Readonly<Record<string, number>> {
  const kind = KEPT[part]
  return kind === undefined ? {} : { months: months[kind], presence: months.presence }
}
