import { PARTICIPANTS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { DAY, HOUR, MINUTE } from '../../../kernel/time/clock.ts'
import { dateIn, dayAfter, momentOf } from '../../../kernel/time/time-zone.ts'
import type { Workshop } from '../../workshops/index.ts'
import type { ScreenTimer } from './timer.ts'

export const SCENES = [
  'welcome',
  'tables',
  'question',
  'wall',
  'timer',
  'vote',
  'result',
  'next',
  'pause',
] as const

/** What stands on the screen. `words`: '' for none. */
export type Scene = {
  readonly kind: (typeof SCENES)[number]
  readonly words: string
  readonly minutes?: number
  /** Of the running order. */
  readonly item?: string
  /** Since when, in milliseconds. */
  readonly since: number
}

/** The room of a workshop; no person is in it. '' for no axis, question or ballot. */
export type RoomState = {
  readonly workshop: string
  readonly version: number
  readonly scene: Scene
  readonly timer?: ScreenTimer
  /** That the scene, or the wall after it, is held to. */
  readonly axis: string
  /** The last one that was put. */
  readonly question: string
  /** The last one that the room was asked. */
  readonly ballot: string
  /** The last item of the running order that was shown: « next » goes on from it. */
  readonly item: string
  /** Names of those who let theirs be shown. */
  readonly names: boolean
  /** The wall keeps its order while somebody speaks. */
  readonly frozen: boolean
  /** Ideas are read by who leads before they are on the wall. */
  readonly reviewed: boolean
  /** Of the last act, in milliseconds. */
  readonly changedAt: number
  /** By part, the version that moved it last. */
  readonly movedIn: Readonly<Partial<Record<Part, number>>>
  /** The act that moved the timer last and the version that it saw, to know it when it is repeated. */
  readonly timing: string
}

/** What acts move; two that move different parts do not clash. */
export type Part = 'scene' | 'timer' | 'axis' | 'question' | 'ballot' | 'names' | 'frozen' | 'reviewed'

const NOT_LED = { others: 'room-not-led', shown: 'room-table-only' } as const

export const ROOM_PERMISSIONS = {
  /** `own`: a seat, checked in, or leading it. */
  read: {
    act: 'room.read',
    roles: PARTICIPANTS,
    relation: 'own',
    refusals: { others: 'room-not-there' },
  },
  /** What the room does now, for whoever follows the code of the day: without a seat, where to check in. */
  follow: { act: 'room.follow', roles: PARTICIPANTS },
  /** `own`: an organiser, or who facilitates the workshop as a whole; `shown`: one of its tables. */
  lead: { act: 'room.lead', roles: PARTICIPANTS, relation: 'own', refusals: NOT_LED },
} as const satisfies Record<string, Permission>

/** What stands in a room that nobody led yet. */
export const FRESH_SCENE = 'welcome'

/** The room before anybody led it. */
export function freshRoom(workshop: string): RoomState {
  return {
    workshop,
    version: 0,
    scene: { kind: FRESH_SCENE, words: '', since: 0 },
    axis: '',
    question: '',
    ballot: '',
    item: '',
    names: true,
    frozen: false,
    reviewed: false,
    changedAt: 0,
    movedIn: {},
    timing: '',
  }
}

/** How long before the start, and after the end, a room is led. */
const EARLY = HOUR
const LATE = DAY

type Timed = Pick<Workshop, 'startsAt' | 'endsAt' | 'state'>

/** @throws Refusal `gone` for a draft, `attendance-cancelled` */
export function checkStands({ state }: Timed): void {
  if (state === 'draft') throw new Refusal('gone')
  if (state !== 'announced') throw new Refusal('attendance-cancelled')
}

/**
 * Whether the room can be led: from an hour before the start to a day after the end.
 * @throws Refusal `gone`, `attendance-cancelled`, `room-early` and `room-over` with the moment
 */
export function checkLed(workshop: Timed, now: number): void {
  checkStands(workshop)
  const { startsAt, endsAt } = workshop
  if (now < startsAt - EARLY) throw new Refusal('room-early', { at: startsAt - EARLY })
  if (now >= endsAt + LATE) throw new Refusal('room-over', { at: endsAt + LATE })
}

/** When the workshop's day ends in `zone`: midnight after its end (ms). */
export function dayEnd({ endsAt }: Pick<Workshop, 'endsAt'>, zone: string): number {
  return momentOf(dayAfter(dateIn(endsAt, zone)), '00:00', zone) ?? endsAt + DAY
}

/**
 * Whether nothing of it is shown any more: what stood when the workshop's day ended, unless somebody led it since; all of it
 * a day after the end. A screen that was left open overnight shows nothing.
 */
export function isLeftOver(
  { changedAt }: Pick<RoomState, 'changedAt'>,
  workshop: Timed,
  at: { readonly now: number; readonly zone: string },
): boolean {
  const end = dayEnd(workshop, at.zone)
  return at.now >= workshop.endsAt + LATE || (at.now >= end && changedAt < end)
}

/** Until when a pause lasts (ms); undefined where nobody said. */
export function pausedUntil({ kind, minutes, since }: Scene): number | undefined {
  return kind === 'pause' && minutes !== undefined ? since + minutes * MINUTE : undefined
}
