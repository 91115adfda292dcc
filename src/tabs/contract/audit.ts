import type { Door } from '../../kernel/audit.ts'
import type { Role } from '../../kernel/permission.ts'

/** GET /audit → Page<AuditView>, newest first, 50 a page: by role, without names. For organisers and observers. */
export type AuditView = {
  /** Milliseconds. */
  readonly at: number
  /** Pseudonym: the same for one person. */
  readonly who: string
  readonly role: Role | 'stranger'
  readonly act: string
  readonly thing: string
  readonly door: Door
  /** Why it was refused; absent when it was done. */
  readonly refused?: string
}
