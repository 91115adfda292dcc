import { ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Fact } from '../../../kernel/storage/outbox.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import type { Broadcast, Unplanned } from '../broadcast/domain.ts'
import { checkStart } from '../sending/domain.ts'

export const PLANNING_PERMISSIONS = {
  plan: { act: 'broadcasts.plan', roles: ORGANISERS },
  unplan: { act: 'broadcasts.unplan', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

/** Latest hour that can be set, from now: holidays and closures are known that far. */
const FAR = 366 * DAY

/** A broadcast that starts by itself, and when (milliseconds). */
export type Planned = { readonly broadcast: string; readonly at: number }

export const DUE = 'broadcasts.due'

/** Schedules the start. `dueAt`: later than the hour that was set, where nothing may leave then. */
export function dueFact(planned: Planned, dueAt = planned.at): Fact {
  const { broadcast, at } = planned
  return { kind: DUE, payload: planned, dueAt, mergeKey: `broadcast-due:${broadcast}:${at}` }
}

/** Whether its hour can be set. @throws Refusal `plan-begun`, and those of `checkStart` */
export function checkPlannable(broadcast: Broadcast, version: number): void {
  if (broadcast.state !== 'draft') throw new Refusal('plan-begun')
  checkStart(broadcast, version)
}

/** What bounds the hour, in milliseconds. */
type Bounds = {
  readonly now: number
  /** The next time at which the bot may write; undefined where it may at that hour. */
  readonly opens: number | undefined
  /** When what the broadcast shows becomes obsolete. */
  readonly ends: number | undefined
}

/** @throws Refusal `plan-past`, `plan-far`, `plan-over`, `plan-outside` with the next time that can be set */
export function checkHour(at: number, { now, opens, ends = Infinity }: Bounds): void {
  if (at <= now) throw new Refusal('plan-past')
  if (at > now + FAR) throw new Refusal('plan-far')
  if (at >= ends) throw new Refusal('plan-over', { at: ends })
  if (opens !== undefined) throw new Refusal('plan-outside', { at: opens })
}

const WHY: Readonly<Record<string, Unplanned>> = {
  'broadcast-changed': 'changed',
  'broadcast-unrehearsed': 'changed',
  'broadcast-nobody': 'nobody',
  'thing-over': 'over',
  'series-over': 'over',
  gone: 'gone',
  'series-gone': 'gone',
}

/** Why a start that was refused did not take place: whatever else is refused then is about channels. */
export function unplannedBy({ code }: Refusal): Unplanned {
  return WHY[code] ?? 'channels'
}
