import type { Door } from '../../kernel/audit.ts'
import type { Role } from '../../kernel/permission.ts'

/** GET /audit → Page<AuditView>, newest first, 50 a page: by role, without names. For organisers and observers. */
export type AuditView = {
  /** Milliseconds. */
  readonly at: number
  /** Pseudonym: the same for one person; '' for a stranger and for the operator. */
  readonly who: string
  readonly role: Role | 'stranger' | 'operator'
  readonly act: string
  readonly thing: string
  readonly door: Door
  /** Why it was refused; absent when it was done. */
  readonly refused?: string
}
