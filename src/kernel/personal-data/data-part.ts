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

/** What is counted by its own name around the things of a part; its words are under `data.around.<kind>`. */
export const DATA_AROUND = [
  'note',
  'support',
  'comment',
  'initiative',
  'choice',
  'attendance',
  'need',
] as const

export type DataAround = (typeof DATA_AROUND)[number]

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
