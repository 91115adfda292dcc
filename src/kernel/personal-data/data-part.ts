import type { Expiring } from './expiry.ts'

/** Sections of the report on somebody's data, in order; their titles are at `data.<part>` in i18n. */
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

/** Counts of what others did to the things of a section; their words are at `data.around.<kind>`. */
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

/** Retention in months, by kind. */
export type Months = Readonly<Record<Expiring, number>>

const KEPT: Readonly<Partial<Record<DataPart, Expiring>>> = {
  commitments: 'commitments',
  ideas: 'ideaNames',
  votes: 'votes',
  workshops: 'seats',
  messages: 'messages',
  passing: 'posts',
}

/** Parameters of the sentence `data.<part>.until`. */
export function monthsOf(part: DataPart, months: Months): Readonly<Record<string, number>> {
  const kind = KEPT[part]
  return kind === undefined ? {} : { months: months[kind], presence: months.presence }
}
