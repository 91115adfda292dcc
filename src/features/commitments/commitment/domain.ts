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
/** `underway`: from the first note on. */
export type CommitmentStage = 'taken' | 'underway' | Ending

/** A private note on one's own commitment. */
export type CommitmentNote = {
  readonly id: string
  readonly text: string
  /** Milliseconds. */
  readonly at: number
}

/** A kept commitment told to its owner's Direction, in words of their own. */
export type CommitmentStory = {
  readonly id: string
  /** Id of the Direction whose pilot may publish it. */
  readonly direction: string
  readonly text: string
  /** Whether it is signed with the first name. */
  readonly named: boolean
  /** `aside`: its pilot does not publish it; the owner is told nothing of it. */
  readonly state: 'told' | 'aside' | 'published'
  /** Grows with each change of words or signature. */
  readonly turn: number
  /** Milliseconds, both. */
  readonly at: number
  readonly publishedAt?: number
}

export type Commitment = {
  readonly id: string
  /** Whose it is. */
  readonly person: string
  /** The owner's Direction when they took it. */
  readonly direction?: string
  readonly axis: string
  /** The owner's words, after « Je m’engage à ». */
  readonly text: string
  /** Last day, `YYYY-MM-DD` in the programme's zone. */
  readonly horizon: string
  readonly visibility: CommitmentVisibility
  readonly state: 'taken' | Ending
  /** The idea it answers. */
  readonly idea?: string
  /** The colleague's commitment that it was taken up from. */
  readonly inspiredBy?: string
  /** Number of notes, and the last of them. */
  readonly notes: number
  readonly lastNote?: Omit<CommitmentNote, 'id'>
  /** Milliseconds, both. */
  readonly at: number
  readonly endedAt?: number
  /** State before the ending, restored by its undo. */
  readonly former?: Pick<Commitment, 'state' | 'endedAt'>
  /** When text or axis last changed while visible to others, in milliseconds. */
  readonly rewordedAt?: number
  /** Last step written to the thread of its idea. */
  readonly ideaTold?: 'committed' | 'kept'
  readonly story?: CommitmentStory
}

/** In grapheme clusters. */
const COMMITMENT_LENGTH = 280
const HORIZONS = 12
/** Minimum distance of an offered horizon (days). */
const SOON = 14
/** Undo window of an ending; others are notified afterwards (ms). */
export const UNDO_TIME = 10 * MINUTE

export const COMMITMENT_PERMISSIONS = {
  take: { act: 'commitments.take', roles: PARTICIPANTS },
  /** Reading is never refused: an observer too may have taken one in a former role. */
  read: { act: 'commitments.read', roles: EVERYONE, relation: 'own' },
  /** For others, one that is not shown does not exist. */
  takeUp: {
    act: 'commitments.take-up',
    roles: PARTICIPANTS,
    relation: 'shown',
    refusals: { own: 'own-commitment', none: 'gone' },
  },
} as const satisfies Record<string, Permission>

const WIDTH = { me: 0, direction: 1, everyone: 2 } as const satisfies Record<CommitmentVisibility, number>

/** Whether somebody sees it at `to` who did not at `from`. */
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

/** Everyone, or one Direction. */
export type CommitmentAudience = 'everyone' | `direction:${string}`

/** Who sees its text and its owner's name; nobody once it is let go. */
export function audienceOf({
  visibility,
  direction,
  state,
}: Pick<Commitment, 'visibility' | 'direction' | 'state'>): CommitmentAudience | undefined {
  if (state === 'let-go' || visibility === 'me') return undefined
  if (visibility === 'everyone') return 'everyone'
  return direction === undefined ? undefined : `direction:${direction}`
}

/** Audiences that a person belongs to: everyone, their Direction, and those they answer for. */
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

/** A commitment that `actor` can take up. @throws Refusal `role-needed`, `gone`, `own-commitment` */
export function checkInspiring(actor: Actor, commitment: Commitment | undefined): Commitment {
  if (!commitment) throw new Refusal('gone')
  permit(COMMITMENT_PERMISSIONS.takeUp, actor.role, tieToShared(actor, commitment))
  return commitment
}

/** Compares days as text, `YYYY-MM-DD`. @throws Refusal `horizon-missing`, `date-past` */
export function checkHorizon(horizon: string, today: string): string {
  if (horizon === '') throw new Refusal('horizon-missing')
  if (horizon < today) throw new Refusal('date-past')
  return horizon
}

/** Sharing with one's Direction needs a known one. @throws Refusal `own-direction-missing` */
export function checkVisibility(
  visibility: CommitmentVisibility,
  direction: string | undefined,
): CommitmentVisibility {
  if (visibility === 'direction' && direction === undefined) throw new Refusal('own-direction-missing')
  return visibility
}

/** Last day of the month `ahead` months after that of `day`, both `YYYY-MM-DD`. */
export function monthEnd(day: string, ahead = 0): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month + ahead, 0)).toISOString().slice(0, 10)
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY
}

/** Offered horizons: the next twelve month ends, without the current one if it is under two weeks away. */
export function horizonsFrom(today: string): string[] {
  const ends = Array.from({ length: HORIZONS + 1 }, (_, ahead) => monthEnd(today, ahead))
  return ends.filter(end => daysBetween(today, end) >= SOON).slice(0, HORIZONS)
}

/** Default of the form, about two months ahead. */
export function usualHorizon(today: string): string {
  return horizonsFrom(today)[1] ?? today
}

/** End of an ending's undo window (ms); undefined once it is over. */
export function undoUntil({ former, endedAt }: Commitment, now: number): number | undefined {
  if (former === undefined || endedAt === undefined) return undefined
  const until = endedAt + UNDO_TIME
  return now < until ? until : undefined
}

/** Whether it is kept and was not told to its owner's Direction yet. */
export function isTellable({ state, story }: Pick<Commitment, 'state' | 'story'>): boolean {
  return state === 'kept' && story === undefined
}

/** By axis in the programme's order; within one, those under way first, then by horizon. */
export function byAxis(axes: readonly string[], commitments: readonly Commitment[]): Commitment[] {
  const rank = ({ axis, state, horizon, id }: Commitment) => {
    const place = axes.includes(axis) ? axes.indexOf(axis) : axes.length
    return [String(place).padStart(3, '0'), state === 'taken' ? 0 : 1, horizon, id].join(' ')
  }
  const ranked = commitments.map(commitment => ({ commitment, key: rank(commitment) }))
  return ranked.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ commitment }) => commitment)
}
