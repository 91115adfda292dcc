import { z } from 'zod'
import type { Door } from '../../kernel/audit.ts'
import { ROLES, type Role } from '../../kernel/permission.ts'
import { day, pageQuery } from './common.ts'

/**
 * GET /audit?act=&role=&refused=1&day=&after= → Page<AuditView>, newest first, 50 a page: by role, without names. For
 * organisers and observers. `day`: one of the programme's zone.
 */
export const auditQuery = pageQuery.extend({
  act: z
    .string()
    .regex(/^[a-z]+\.[a-z-]+$/)
    .max(80)
    .optional(),
  role: z.enum([...ROLES, 'stranger', 'operator']).optional(),
  refused: z.literal('1').optional(),
  day: day.optional(),
})

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
