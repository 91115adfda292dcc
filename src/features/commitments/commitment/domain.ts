import { type Actor, countedDirection } from '../../../kernel/access/actor.ts'
import {
  EVERYONE,
  PARTICIPANTS,
  type Permission,
  permit,
  type Relation,
  relationToOwner,
} from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { lineWithin } from '../../../kernel/text/text.ts'
import { DAY, MINUTE } from '../../../kernel/time/clock.ts'

export type CommitmentVisibility = 'me' | 'direction' | 'everyone'
export type Ending = 'kept' | 'let-go'
/** Under way from the first note on. */
export type CommitmentStage = 'taken' | 'underway' | Ending

/** What a person writes of their own commitment as they go, for themselves alone. */
export type CommitmentNote = {
  readonly id: string
  readonly text: string
  /** Milliseconds. */
  readonly at: number
}

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
  readonly visibility: CommitmentVisibility
  readonly state: 'taken' | Ending
  /** The idea it answers. */
  readonly idea?: string
  /** The colleague's commitment after which it was taken. */
  readonly inspiredBy?: string
  /** How many notes it has, and the last of them. */
  readonly notes: number
  readonly lastNote?: Omit<CommitmentNote, 'id'>
  /** Milliseconds, both. */
  readonly at: number
  readonly endedAt?: number
  /** What it was before it ended as it did, to go back to. */
  readonly former?: Pick<Commitment, 'state' | 'endedAt'>
  /** When words or an axis that others could read were last changed, in milliseconds. */
  readonly rewordedAt?: number
  /** The last step of it that the thread of its idea tells. */
  readonly ideaTold?: 'committed' | 'kept'
}

/** Characters as a person counts them. */
const COMMITMENT_LENGTH = 280
const HORIZONS = 12
/** An end nearer than this is not among those offered (days). */
const SOON = 14
/** How long an ending can be taken back; others are told of it afterwards (ms). */
export const UNDO_TIME = 10 * MINUTE

export const COMMITMENT_PERMISSIONS = {
  take: { act: 'commitments.take', roles: PARTICIPANTS },
  /** Nobody is refused what is theirs: an observer, too, may have taken one before. */
  read: { act: 'commitments.read', roles: EVERYONE, relation: 'own' },
  /** What is not shown does not exist for them. */
  takeUp: {
    act: 'commitments.take-up',
    roles: PARTICIPANTS,
    relation: 'shown',
    refusals: { own: 'own-commitment', none: 'gone' },
  },
} as const satisfies Record<string, Permission>

const WIDTH = { me: 0, direction: 1, everyone: 2 } as const satisfies Record<CommitmentVisibility, number>

/** Whether people see it at `to` who did not at `from`. */
export function isWider(to: CommitmentVisibility, from: CommitmentVisibility): boolean {
  return WIDTH[to] > WIDTH[from]
}

/** @throws Refusal `empty-text`, `too-long` */
export function commitmentText(typed: string): string {
  return lineWithin(typed, COMMITMENT_LENGTH)
}

export function stageOf({ state, notes }: Pick<Commitment, 'state' | 'notes'>): CommitmentStage {
  return state === 'taken' && notes > 0 ? 'underway' : state
}

/** Those to whom a commitment is shown: everyone, or one Direction. */
export type CommitmentAudience = 'everyone' | `direction:${string}`

/** Whom its words and its author's name are shown to; nobody once it is let go. */
export function audienceOf({
  visibility,
  direction,
  state,
}: Pick<Commitment, 'visibility' | 'direction' | 'state'>): CommitmentAudience | undefined {
  if (state === 'let-go' || visibility === 'me') return undefined
  if (visibility === 'everyone') return 'everyone'
  return direction === undefined ? undefined : `direction:${direction}`
}

/** The audiences a person is part of: everyone, their Direction, and those they answer for. */
export function audiencesOf(
  actor: Pick<Actor, 'direction' | 'moving' | 'leads'>,
): readonly CommitmentAudience[] {
  const { leads = [] } = actor
  const direction = countedDirection(actor)
  const directions = new Set([...(direction === undefined ? [] : [direction]), ...leads])
  return ['everyone', ...[...directions].map(id => `direction:${id}` as const)]
}

/** @throws Refusal `gone`, `not-yours` */
export function checkOwn(actor: Actor, found: Commitment | undefined, row: Permission): Commitment {
  if (!found) throw new Refusal('gone')
  permit(row, actor.role, relationToOwner(actor, found.person))
  return found
}

function tieToShared(actor: Actor, commitment: Commitment): Relation {
  if (commitment.person === actor.id) return 'own'
  const audience = audienceOf(commitment)
  return audience && audiencesOf(actor).includes(audience) ? 'shown' : 'none'
}

/** One that `actor` may take up. @throws Refusal `role-needed`, `gone`, `own-commitment` */
export function checkInspiring(actor: Actor, commitment: Commitment | undefined): Commitment {
  if (!commitment) throw new Refusal('gone')
  permit(COMMITMENT_PERMISSIONS.takeUp, actor.role, tieToShared(actor, commitment))
  return commitment
}

/** @throws Refusal `horizon-missing`, `date-past`. Days are `YYYY-MM-DD`, so that they compare as text. */
export function checkHorizon(horizon: string, today: string): string {
  if (horizon === '') throw new Refusal('horizon-missing')
  if (horizon < today) throw new Refusal('date-past')
  return horizon
}

/** Nobody shares with a Direction that is not known. @throws Refusal `own-direction-missing` */
export function checkVisibility(
  visibility: CommitmentVisibility,
  direction: string | undefined,
): CommitmentVisibility {
  if (visibility === 'direction' && direction === undefined) throw new Refusal('own-direction-missing')
  return visibility
}

/** Last day of the month that lies `ahead` months after that of `day`, both `YYYY-MM-DD`. */
export function monthEnd(day: string, ahead = 0): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month + ahead, 0)).toISOString().slice(0, 10)
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY
}

/** The horizons a card offers: the next twelve month ends, this month's first unless it is under two weeks away. */
export function horizonsFrom(today: string): string[] {
  const ends = Array.from({ length: HORIZONS + 1 }, (_, ahead) => monthEnd(today, ahead))
  return ends.filter(end => daysBetween(today, end) >= SOON).slice(0, HORIZONS)
}

/** The one that a form begins with, about two months on. */
export function usualHorizon(today: string): string {
  return horizonsFrom(today)[1] ?? today
}

/** Until when an ending can be taken back (ms); undefined once it cannot. */
export function undoUntil({ former, endedAt }: Commitment, now: number): number | undefined {
  if (former === undefined || endedAt === undefined) return undefined
  const until = endedAt + UNDO_TIME
  return now < until ? until : undefined
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
