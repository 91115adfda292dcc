import type { Actor } from '../../../kernel/access/actor.ts'
import { may, ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
/** Hidden by organisers. Kept beside the state: shown again, the idea is in the state that it had. */
export type Hiding = {
  /** Shown to its author, and to whoever opens the idea. */
  readonly reason: string
  /** Person's id. */
  readonly by: string
  /** Milliseconds. */
  readonly at: number
}

type Hidable = { readonly author: string; readonly hidden?: Hiding }

/** @throws Refusal `idea-hidden`, with the reason, while organisers hide it */
export function checkShown({ hidden }: Hidable): void {
  if (hidden) throw new Refusal('idea-hidden', { reason: hidden.reason })
}

/** A hidden idea may be read by its author, and by those who may show it again. */
export function mayRead({ author, hidden }: Hidable, { id, role }: Actor): boolean {
  return !hidden || author === id || may(RESTORE, role)
}

/** @throws Refusal `idea-hidden` */
export function checkReader(idea: Hidable, actor: Actor): void {
  if (!mayRead(idea, actor)) checkShown(idea)
}

export type ModerationQueue = 'reported' | 'hidden'

export const HIDE: Permission = { act: 'ideas.hide', roles: ORGANISERS }
export const RESTORE: Permission = { act: 'ideas.restore', roles: ORGANISERS }
export const READ_REPORTS: Permission = { act: 'ideas.read-reports', roles: ORGANISERS }
