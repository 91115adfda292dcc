import { MINUTE } from '../../../../kernel/time/clock.ts'
import { clockIn, dateIn } from '../../../../kernel/time/time-zone.ts'
import type { BallotChoices, BallotForm } from '../../../contract/ballots/drafts.ts'

/** An idea among the options: its words are shown while the form is filled in. */
export type ChosenIdea = { readonly id: string; readonly text: string }
export type BallotFormDraft = Omit<BallotForm, 'ideas' | 'to' | 'channel' | 'channels' | 'directions'> & {
  readonly ideas: readonly ChosenIdea[]
  readonly to: readonly string[]
  readonly channels: readonly string[]
  /** Directions in whose channels it is posted as well. */
  readonly places: readonly string[]
  /** Where it appears was chosen by hand: it stays whomever the ballot asks. */
  readonly placed: boolean
  /** The one of docs/scrutins.md that it began with, '' for none. */
  readonly preset: string
  /** `soon`: a quarter of an hour after it was looked at, before a room is left; `day`: on `date` at `time`. */
  readonly ends: 'soon' | 'day'
}

export const EMPTY: BallotFormDraft = {
  question: '',
  ideas: [],
  options: '',
  date: '',
  time: '18:00',
  channels: [],
  secret: 'off',
  kind: 'single',
  most: '3',
  per: '3',
  audience: 'everybody',
  to: [],
  places: [],
  placed: false,
  preset: '',
  ends: 'day',
  opening: 'now',
  openDate: '',
  openTime: '09:00',
  quorum: '0',
  results: 'live',
}

/** How long a vote of a room lasts (ms): all have it in hand. */
const SOON = 15 * MINUTE

/** What is sent. `at`: when, in which zone: an end that is near is counted from there. */
export function inputOf(
  draft: BallotFormDraft,
  at: { readonly now: number; readonly zone: string },
): BallotForm {
  const { ideas, to, channels, places, placed: _, preset: __, ends, ...typed } = draft
  const end = Math.ceil((at.now + SOON) / MINUTE) * MINUTE
  return {
    ...typed,
    ...(ends === 'soon' && { date: dateIn(end, at.zone), time: clockIn(end, at.zone) }),
    ideas: ideas.map(({ id }) => id).join(),
    to: to.join(),
    // One that a draft from before there could be several still names.
    channel: '',
    channels: channels.join(),
    directions: places.join(),
  }
}

/** The channels in which the workshop that is asked is announced, of those that can be chosen. */
export function channelsOf(audience: string, { workshops, channels }: BallotChoices): readonly string[] {
  const announced = workshops.find(({ id }) => audience === `workshop:${id}`)?.channels ?? []
  return announced.filter(each => channels.some(({ id }) => id === each))
}

/** Whom it asks, and with that where it appears: where a workshop is announced, or nowhere until somebody says where. */
export function askedOf(
  audience: string,
  { placed }: BallotFormDraft,
  choices: BallotChoices,
): Partial<BallotFormDraft> {
  if (placed) return { audience }
  return { audience, channels: channelsOf(audience, choices) }
}

const KEPT = 'ballot-draft'
/** Characters that are kept over a reload: more than any ballot takes. */
const MOST = 40_000

/** What was typed before the page was loaded again, in this window alone; else it begins with `usual`. */
export function keptDraft(usual: Partial<BallotFormDraft>): BallotFormDraft {
  const fresh = { ...EMPTY, ...usual }
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? '')
    return typeof kept === 'object' && kept !== null ? { ...EMPTY, ...kept } : fresh
  } catch {
    return fresh
  }
}

export function keepDraft(draft: BallotFormDraft | undefined): void {
  try {
    const text = draft ? JSON.stringify(draft) : ''
    if (!draft || text.length > MOST) sessionStorage.removeItem(KEPT)
    else sessionStorage.setItem(KEPT, text)
  } catch {
    // A window that keeps nothing fills its form in once more.
  }
}

export type FieldName =
  | 'question'
  | 'options'
  | 'most'
  | 'per'
  | 'audience'
  | 'to'
  | 'channel'
  | 'date'
  | 'opening'
  | 'quorum'
  | 'secret'

/** An error of a field, or without one of the whole form. */
export type BallotFormFault = { readonly field: FieldName | undefined; readonly text: string }

/** The field that a refusal is about. */
const FIELDS: Readonly<Record<string, FieldName>> = {
  'question-missing': 'question',
  'empty-text': 'question',
  'too-long': 'question',
  'options-few': 'options',
  'options-many': 'options',
  'options-same': 'options',
  'options-heavy': 'options',
  'option-long': 'options',
  'idea-gone': 'options',
  'most-wrong': 'most',
  'dots-wrong': 'most',
  'per-wrong': 'per',
  'ballot-audience-missing': 'audience',
  'ballot-workshop-off': 'audience',
  gone: 'audience',
  'directions-missing': 'to',
  'direction-unknown': 'to',
  'channel-missing': 'channel',
  'channel-gone': 'channel',
  'channel-shut': 'channel',
  'channels-many': 'channel',
  'no-bound-channel': 'channel',
  'end-missing': 'date',
  'date-past': 'date',
  'end-far': 'date',
  'opening-missing': 'opening',
  'opening-late': 'opening',
  'quorum-wrong': 'quorum',
  'quorum-secret': 'quorum',
  'quorum-unreachable': 'quorum',
  'ballot-secret-missing': 'secret',
}

/** Fields to be validated again when one of these changes. */
const TOUCHED: Readonly<Partial<Record<keyof BallotFormDraft, readonly FieldName[]>>> = {
  ideas: ['options'],
  kind: ['most', 'per'],
  to: ['to', 'quorum'],
  audience: ['audience', 'to', 'quorum'],
  channels: ['channel'],
  places: ['channel'],
  time: ['date'],
  ends: ['date'],
  openDate: ['opening'],
  openTime: ['opening'],
  secret: ['secret', 'quorum'],
}

/** The faults that a change of `part` leaves as they were. */
export function leftBy(
  part: Partial<BallotFormDraft>,
  faults: readonly BallotFormFault[],
): readonly BallotFormFault[] {
  const names = Object.keys(part) as (keyof BallotFormDraft)[]
  const touched = new Set<string>(names.flatMap((name): readonly string[] => TOUCHED[name] ?? [name]))
  return faults.filter(({ field }) => field !== undefined && !touched.has(field))
}

/** One for each field, the first that is said of it. */
export function faultsIn(
  refused: readonly { readonly code: string; readonly title: string }[],
): readonly BallotFormFault[] {
  const all = refused.map(({ code, title }) => ({ field: fieldOf(code), text: title }))
  return all.filter(({ field }, at) => all.findIndex(each => each.field === field) === at)
}

export function fieldOf(code: string): FieldName | undefined {
  return Object.hasOwn(FIELDS, code) ? FIELDS[code] : undefined
}
