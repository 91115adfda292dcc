import { z } from 'zod'
import type { EntryPoint } from '../../kernel/access/entry-point.ts'
import { ROLES, type Role } from '../../kernel/access/role.ts'
import { day, pageQuery } from './primitives.ts'

const narrowed = {
  act: z
    .string()
    .regex(/^[a-z]+\.[a-z-]+$/)
    .max(80)
    .optional(),
  role: z.enum([...ROLES, 'stranger', 'operator']).optional(),
  refused: z.literal('1').optional(),
  day: day.optional(),
  from: day.optional(),
  until: day.optional(),
}

/**
 * GET /audit?act=&role=&refused=1&from=&until=&after= → Page<AuditView>, newest first, 50 a page: by role, without names. For
 * organisers and observers. `from`, `until`: days of the programme's zone, both of them too; `day`: that day alone.
 */
export const auditQuery = pageQuery.extend(narrowed)

/** Entries of a journal that is taken as a file: the newest ones. */
export const JOURNAL_MOST = 100_000

/**
 * POST /audit/file → the file itself, as it is made: all that the filter leaves, the newest 100,000; where there were more, its
 * last line says so. The journal keeps who took it, and how many rows.
 */
export const auditFileInput = z.strictObject(narrowed)
export type AuditFilter = z.infer<typeof auditFileInput>

export type AuditView = {
  /** Milliseconds. */
  readonly at: number
  /** Pseudonym: the same for one person; '' for a stranger and for the operator. */
  readonly who: string
  readonly role: Role | 'stranger' | 'operator'
  readonly act: string
  /** An id, or several, a word of detail, and how much of it there was (`channels=40`), parted by colons; '' where there is none. */
  readonly thing: string
  /** Its title, where the reader may know it. */
  readonly about?: {
    readonly id: string
    readonly kind: 'idea' | 'box' | 'workshop' | 'series' | 'ballot' | 'broadcast'
    readonly title: string
  }
  readonly door: EntryPoint
  /** Why it was refused; absent when it was done. */
  readonly refused?: string
}
