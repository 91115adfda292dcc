import { z } from 'zod'
import { ID_OR_NONE, isId } from '../../../kernel/text/id-format.ts'
import { momentOf } from '../../../kernel/time/time-zone.ts'
import { type BallotAudience, EVERYBODY } from '../ballot/audience.ts'
import type { BallotKind } from '../ballot/choice.ts'
import type { TypedBallot } from './domain.ts'
import type { TypedRules } from './rules.ts'

// What is no text counts as left empty.
const typed = z.string().or(z.number().transform(String)).catch('')

/** The form's fields as they were typed, under the ids of its inputs; `nonce` names the rendering. */
export const formFields = z.object({
  question: typed,
  /** Ids, with commas between them, as a choice of several is sent. */
  ideas: typed,
  /** One a line. */
  options: typed,
  date: typed,
  time: typed,
  channel: z.string().regex(ID_OR_NONE).catch(''),
  /** `on`: sealed until the end. */
  secret: typed,
  /** Ids, as for `ideas`. */
  directions: typed,
  /** `single`, `approval`, `dots`; anything else is the first. */
  kind: typed,
  most: typed,
  per: typed,
  /** `everybody`, `directions`, `channels`, `workshop:ID`; empty where what was chosen is no longer offered. */
  audience: z.string().default(EVERYBODY.kind).catch(''),
  /** Directions that it asks: ids, as for `ideas`. */
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

/** A form as it is first shown: one choice, of everybody, from now on. */
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

/** More than any ballot takes, so that what is refused is still counted. */
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

/** What was typed as a number; not a number where it is none. */
function numberIn(text: string): number | undefined {
  return text.trim() === '' ? undefined : Number(text)
}

function kindIn({ kind }: BallotFormFields): BallotKind {
  return kind === 'approval' || kind === 'dots' ? kind : 'single'
}

/** The workshop whose people were chosen. */
export function workshopIn({ audience }: Pick<BallotFormFields, 'audience'>): string | undefined {
  const [kind, id = ''] = audience.split(':')
  return kind === 'workshop' && isId(id) ? id : undefined
}

/** Nothing for what is none: a ballot that was for some is never put to everybody without a word. */
function audienceIn(fields: BallotFormFields): BallotAudience | undefined {
  const { audience, to } = fields
  const workshop = workshopIn(fields)
  if (workshop !== undefined) return { kind: 'workshop', workshop }
  switch (audience) {
    case 'directions':
      return { kind: audience, directions: [...new Set(listed(to, DIRECTIONS_READ))].toSorted() }
    case 'channels':
      // Those where it is announced: which they are is found out with where that is.
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

/** Whether more was settled than a short form shows. */
export function isDetailed(fields: BallotFormFields): boolean {
  const { kind, audience, opening, quorum, results } = EMPTY_FORM
  const short = { kind, audience, opening, quorum, results }
  return Object.entries(short).some(([name, value]) => {
    const typed = fields[name as keyof BallotFormFields]
    return typed !== value && (typed !== '' || name === 'audience')
  })
}

/** The fields as a ballot to be, their days and times read in `zone`. */
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
