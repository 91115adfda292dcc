import { ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import type { Role } from '../../../kernel/access/role.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { BroadcastSubject, TargetAudience } from '../audience/domain.ts'

/** Something that can be named. */
export type NamedThing = BroadcastSubject & { readonly title: string }

/** What a broadcast names: the title of its workshop, or of who is invited by one. As it was typed. */
export type BroadcastTitles = { readonly audience: string; readonly thing: string }

/** Running, it is done once nothing waits: see `stageOf`. */
export type BroadcastState = 'draft' | 'running' | 'paused' | 'stopped'

export type BroadcastDraft = {
  /** Lines with `\n` between. */
  readonly text: string
  readonly audience: TargetAudience
  readonly thing?: BroadcastSubject
}

export type Broadcast = BroadcastDraft & {
  readonly id: string
  readonly author: string
  /** 1, and one more with each change. */
  readonly version: number
  /** The version that was last rehearsed. */
  readonly rehearsed?: number
  readonly state: BroadcastState
  /** How many people it was for when it was started; 0 when it is for channels. */
  readonly people: number
  /** The last person told, by id; undefined once everybody is. */
  readonly spread?: string
  /** How often it was decided to send again what nothing confirmed, and how far the last of these is done. */
  readonly again: number
  readonly againAfter?: string
  /** Milliseconds. */
  readonly createdAt: number
  readonly changedAt: number
  readonly startedAt?: number
  /** It goes to nobody after this. */
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
