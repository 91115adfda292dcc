import { ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { MethodPart } from '../method/parts.ts'

export const FORM_PERMISSIONS = {
  /** Changing a part of the method in a form, and taking that back. */
  change: { act: 'programme.change', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

/** Counts of other features, of what a change reaches. Times in milliseconds; `until` is not counted. */
export type MethodReach = {
  readonly ballotsClosing: (tx: Tx, from: number, until: number) => Promise<number>
  readonly workshopsWithin: (tx: Tx, from: number, until: number) => Promise<number>
  /** Ideas without a day that wait for an answer and have so many supports from so many Directions. */
  readonly ideasWith: (tx: Tx, supports: number, directions: number) => Promise<number>
  readonly pilots: (tx: Tx) => Promise<number>
  /** People to whom the bot can write. */
  readonly reachable: (tx: Tx) => Promise<number>
}

/** What follows from a change; see the contract. */
export type Follow = {
  readonly code:
    | 'phase-ballots'
    | 'phase-workshops'
    | 'kept-until'
    | 'cards-keep'
    | 'closed-workshops'
    | 'ideas-there'
    | 'rule-pilots'
    | 'rule-agents'
  readonly id?: string
  readonly things?: number
  readonly people?: number
  /** `YYYY-MM-DD` */
  readonly day?: string
  readonly asks?: true
}

/** @throws Refusal `method-many`, `method-erases` when what follows is to be confirmed, and `sure` is not said */
export function confirm(follows: readonly Follow[], sure: boolean): void {
  const asked = follows.find(({ asks }) => asks)
  if (!asked || sure) return
  throw new Refusal(asked.code === 'kept-until' ? 'method-erases' : 'method-many')
}

/** Where a part stands in a method file. */
export function pathOf(part: MethodPart): readonly string[] {
  return part === 'closures' ? ['calendar', 'closures'] : [part]
}
