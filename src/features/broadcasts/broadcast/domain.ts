import { ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import type { Role } from '../../../kernel/access/role.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { BroadcastSubject, TargetAudience } from '../audience/domain.ts'

/** A workshop, series or ballot with its title. */
export type NamedThing = BroadcastSubject & { readonly title: string }

/** Titles of the workshop of the audience, and of the thing shown. Unescaped. */
export type BroadcastTitles = { readonly audience: string; readonly thing: string }

/** `running` includes finished ones: see `stageOf`. */
export type BroadcastState = 'draft' | 'running' | 'paused' | 'stopped'

export type BroadcastDraft = {
  /** Lines separated by `\n`. */
  readonly text: string
  readonly audience: TargetAudience
  readonly thing?: BroadcastSubject
}

/** Why a draft does not start at its hour: somebody took that back or changed the text, or what stood in the way then. */
export type Unplanned = 'cancelled' | 'changed' | 'closed' | 'over' | 'gone' | 'nobody' | 'channels'

/** The hour (milliseconds) at which a draft starts by itself; with `off`, at which it was to. */
export type StartPlan = { readonly at: number; readonly off?: Unplanned }

export type Broadcast = BroadcastDraft & {
  readonly id: string
  readonly author: string
  /** From 1, incremented with each change. */
  readonly version: number
  /** The version that was last rehearsed. */
  readonly rehearsed?: number
  readonly state: BroadcastState
  /** Number of people at the start; 0 for channels. */
  readonly people: number
  /** Progress cursor: id of the last recipient queued; undefined once all are. */
  readonly spread?: string
  /** Number of repetitions of unconfirmed messages, and the progress cursor of the last. */
  readonly again: number
  readonly againAfter?: string
  /** Milliseconds. */
  readonly createdAt: number
  readonly changedAt: number
  readonly startedAt?: number
  /** End of the delivery window. */
  readonly until?: number
  /** Of a draft. */
  readonly plan?: StartPlan
}

/** Whether it starts by itself. */
export function isPlanned({ state, plan }: Pick<Broadcast, 'state' | 'plan'>): boolean {
  return state === 'draft' && plan !== undefined && plan.off === undefined
}

const READERS: readonly Role[] = ['organiser', 'observer']

export const BROADCAST_PERMISSIONS = {
  read: { act: 'broadcasts.read', roles: READERS },
  write: { act: 'broadcasts.write', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

/** @throws Refusal `gone` */
export function requireFound<T>(found: T | undefined): T {
  if (found === undefined) throw new Refusal('gone')
  return found
}
