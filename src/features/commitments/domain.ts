import { PARTICIPANTS, type Permission } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { lineWithin } from '../../kernel/text.ts'

export type Visibility = 'me' | 'direction' | 'everyone'
export type Ending = 'kept' | 'let-go'

export type Commitment = {
  readonly id: string
  /** Whose it is. */
  readonly person: string
  /** The person's Direction when they took it. */
  readonly direction?: string
  readonly axis: string
  /** In the person's own words: what follows « Je m’engage à ». */
  readonly text: string
  /** Last day, `YYYY-MM-DD` in the programme's zone. */
  readonly horizon: string
  readonly visibility: Visibility
  readonly state: 'taken' | Ending
  /** The idea it answers. */
  readonly idea?: string
  /** Milliseconds, both. */
  readonly at: number
  readonly endedAt?: number
}

/** Characters as a person counts them. */
export const COMMITMENT_LENGTH = 280
export const HORIZONS = 12

export const PERMISSIONS = {
  take: { act: 'commitments.take', roles: PARTICIPANTS },
  end: { act: 'commitments.end', roles: PARTICIPANTS, relation: 'own' },
  read: { act: 'commitments.read', roles: PARTICIPANTS, relation: 'own' },
  count: { act: 'commitments.count', roles: PARTICIPANTS },
} as const satisfies Record<string, Permission>

/** @throws Refusal `empty-text`, `too-long` */
export function commitmentText(typed: string): string {
  return lineWithin(typed, COMMITMENT_LENGTH)
}

/** @throws Refusal `horizon-missing`, `date-past`. Days are `YYYY-MM-DD`, so that they compare as text. */
export function checkHorizon(horizon: string, today: string): string {
  if (horizon === '') throw new Refusal('horizon-missing')
  if (horizon < today) throw new Refusal('date-past')
  return horizon
}

/** Nobody shares with a Direction that is not known. @throws Refusal `own-direction-missing` */
export function checkVisibility(visibility: Visibility, direction: string | undefined): Visibility {
  if (visibility === 'direction' && direction === undefined) throw new Refusal('own-direction-missing')
  return visibility
}

/** Last day of the month that lies `ahead` months after that of `day`, both `YYYY-MM-DD`. */
export function monthEnd(day: string, ahead = 0): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month + ahead, 0)).toISOString().slice(0, 10)
}

/** The horizons a card offers: the next twelve month ends, this month's first. */
export function horizonsFrom(today: string): string[] {
  return Array.from({ length: HORIZONS }, (_, ahead) => monthEnd(today, ahead))
}

/** By axis in the programme's order; within one, what is under way first, then by horizon. */
export function byAxis(axes: readonly string[], commitments: readonly Commitment[]): Commitment[] {
  const rank = ({ axis, state, horizon, id }: Commitment) => {
    const place = axes.includes(axis) ? axes.indexOf(axis) : axes.length
    return [String(place).padStart(3, '0'), state === 'taken' ? 0 : 1, horizon, id].join(' ')
  }
  const ranked = commitments.map(commitment => ({ commitment, key: rank(commitment) }))
  return ranked.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ commitment }) => commitment)
}
