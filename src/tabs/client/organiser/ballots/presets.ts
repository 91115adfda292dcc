import { dayAfter } from '../../../../kernel/time/time-zone.ts'
import type { BallotChoices } from '../../../contract/ballots/drafts.ts'
import { askedOf, type BallotFormDraft } from './form.ts'

/** The ballots ready to use of docs/scrutins.md. */
export const PRESETS = ['workshop', 'first', 'delicate'] as const
export type PresetName = (typeof PRESETS)[number]

/** Points to share out, and on one option at most; choices of several. */
export const FEW_DOTS = { most: '5', per: '3' } as const
export const FEW_CHOICES = { most: '3' } as const
const EVENING = '18:00'

type Offered = BallotChoices['workshops'][number]
type Times = { readonly now: number; readonly today: string }

export function isUnderway({ startsAt, endsAt }: Offered, now: number): boolean {
  return startsAt <= now && now < endsAt
}

/** The workshop that a ballot asks, where it is under way: its vote ends before people leave. */
export function roomOf(audience: string, { workshops }: BallotChoices, now: number): Offered | undefined {
  return workshops.find(each => audience === `workshop:${each.id}` && isUnderway(each, now))
}

const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay())

/** `count` working days after `day`, which is not counted; holidays aside, which the programme's calendar knows. */
export function workdaysAfter(day: string, count: number): string {
  let at = day
  for (let passed = 0; passed < count; ) {
    at = dayAfter(at)
    if (!isWeekend(at)) passed++
  }
  return at
}

/** A week from now, in the evening; of a day without work, the next one with. */
export function usualEnd(today: string): Pick<BallotFormDraft, 'date' | 'time'> {
  const week = dayAfter(today, 7)
  return { date: isWeekend(week) ? workdaysAfter(week, 1) : week, time: EVENING }
}

/** The one under way, or else the last that was, or the next. */
function likeliest({ workshops }: BallotChoices, now: number): Offered | undefined {
  const begun = workshops.filter(({ startsAt }) => startsAt <= now)
  const last = begun.toSorted((a, b) => b.startsAt - a.startsAt)[0]
  return workshops.find(each => isUnderway(each, now)) ?? last ?? workshops[0]
}

/** All that one press sets; what was typed stays. */
export function presetOf(
  name: PresetName,
  draft: BallotFormDraft,
  choices: BallotChoices,
  { now, today }: Times,
): Partial<BallotFormDraft> {
  const open = { opening: 'now', secret: 'off', quorum: '0' } as const
  if (name === 'first') {
    const end = { date: workdaysAfter(today, 10), time: EVENING, ends: 'day' } as const
    const rules = { ...open, ...end, kind: 'approval', ...FEW_CHOICES, results: 'live' } as const
    return { ...rules, ...askedOf('everybody', draft, choices) }
  }
  if (name === 'delicate') {
    const end = { date: workdaysAfter(today, 5), time: EVENING, ends: 'day' } as const
    const rules = { ...open, ...end, kind: 'single', secret: 'on', results: 'closing' } as const
    return { ...rules, ...askedOf('directions', draft, choices) }
  }
  const workshop = likeliest(choices, now)
  const audience = workshop ? `workshop:${workshop.id}` : draft.audience
  const ends = workshop && isUnderway(workshop, now) ? 'soon' : 'day'
  const rules = { ...open, kind: 'dots', ...FEW_DOTS, results: 'closing', ends } as const
  return { ...rules, ...askedOf(audience, draft, choices) }
}
