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
