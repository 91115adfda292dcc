import { z } from 'zod'
import { ID_OR_NONE, isId } from '../../../kernel/text/id-format.ts'
import { momentOf } from '../../../kernel/time/time-zone.ts'
import { type BallotAudience, EVERYBODY } from '../ballot/audience.ts'
import type { BallotKind } from '../ballot/choice.ts'
import type { TypedBallot } from './domain.ts'
import type { TypedRules } from './rules.ts'

// Fields that are not text count as empty.
const typed = z.string().or(z.number().transform(String)).catch('')

/** The form's fields as typed, under the ids of its inputs; `nonce` identifies the rendering. */
export const formFields = z.object({
  question: typed,
  /** Ids separated by commas, as a multiple choice sends them. */
  ideas: typed,
  /** One per line. */
  options: typed,
  date: typed,
  time: typed,
  channel: z.string().regex(ID_OR_NONE).catch(''),
  /** `on`: a secret ballot. */
  secret: typed,
  /** Ids, as in `ideas`. */
  directions: typed,
  /** `single`, `approval`, `dots`; anything else counts as the first. */
  kind: typed,
  most: typed,
  per: typed,
  /** `everybody`, `directions`, `channels`, `workshop:ID`; empty where the choice is no longer offered. */
  audience: z.string().default(EVERYBODY.kind).catch(''),
  /** Directions asked: ids, as in `ideas`. */
  to: typed,
  /** `now`, `clock`, `hand`. */
  opening: typed,
  openDate: typed,
  openTime: typed,
  quorum: typed,
  results: typed,
  nonce: typed,
})
export type BallotFormFields = z.infer<typeof formFields>

/** Defaults of the form: one choice, of everybody, open at once. */
export const EMPTY_FORM = {
  question: '',
  ideas: '',
  options: '',
  date: '',
  time: '18:00',
  secret: 'off',
  kind: 'single',
  most: '3',
  per: '3',
  audience: 'everybody',
  to: '',
  opening: 'now',
  openDate: '',
  openTime: '09:00',
  quorum: '0',
  results: 'live',
} as const

/** Exceeds the limit of a ballot, so that an excess is still reported with its count. */
const IDEAS_READ = 100
const DIRECTIONS_READ = 500

function listed(ids: string, most: number): string[] {
  return ids
    .split(',')
    .map(id => id.trim())
    .filter(id => id !== '')
    .slice(0, most)
}

export function ideasOf({ ideas }: Pick<BallotFormFields, 'ideas'>): string[] {
  return listed(ideas, IDEAS_READ)
}

/** NaN for text that is no number. */
function numberIn(text: string): number | undefined {
  return text.trim() === '' ? undefined : Number(text)
}

function kindIn({ kind }: BallotFormFields): BallotKind {
  return kind === 'approval' || kind === 'dots' ? kind : 'single'
}

/** The workshop chosen as audience. */
export function workshopIn({ audience }: Pick<BallotFormFields, 'audience'>): string | undefined {
  const [kind, id = ''] = audience.split(':')
  return kind === 'workshop' && isId(id) ? id : undefined
}

/** Undefined when invalid: a ballot meant for some must never silently ask everybody. */
function audienceIn(fields: BallotFormFields): BallotAudience | undefined {
  const { audience, to } = fields
  const workshop = workshopIn(fields)
  if (workshop !== undefined) return { kind: 'workshop', workshop }
  switch (audience) {
    case 'directions':
      return { kind: audience, directions: [...new Set(listed(to, DIRECTIONS_READ))].toSorted() }
    case 'channels':
      // The channels of the announcement, filled in later with them.
      return { kind: audience, channels: [] }
    case 'everybody':
      return EVERYBODY
    default:
      return undefined
  }
}

function openingIn({ opening, openDate, openTime }: BallotFormFields, zone: string): TypedRules['opensAt'] {
  if (opening === 'hand') return 'hand'
  return opening === 'clock' ? momentOf(openDate, openTime, zone) : 'now'
}

/** Whether any setting outside the short form was changed. */
export function isDetailed(fields: BallotFormFields): boolean {
  const { kind, audience, opening, quorum, results } = EMPTY_FORM
  const short = { kind, audience, opening, quorum, results }
  return Object.entries(short).some(([name, value]) => {
    const typed = fields[name as keyof BallotFormFields]
    return typed !== value && (typed !== '' || name === 'audience')
  })
}

/** The fields as a new ballot, with dates and times read in `zone`. */
export function typedBallot(fields: BallotFormFields, zone: string): Omit<TypedBallot, 'where'> {
  const { question, options, date, time, most, per, quorum, results, secret } = fields
  return {
    question,
    ideas: ideasOf(fields),
    lines: options,
    closesAt: momentOf(date, time, zone),
    kind: kindIn(fields),
    most: numberIn(most),
    perOption: numberIn(per),
    quorum: numberIn(quorum),
    audience: audienceIn(fields),
    opensAt: openingIn(fields, zone),
    results: results === 'closing' ? 'closing' : 'live',
    secret: secret === 'on',
  }
}
