import { ORGANISERS, type Permission } from '../../kernel/access/permission.ts'
import { FEWEST } from '../../kernel/personal-data/counts.ts'

export const EXPORT_PERMISSIONS = {
  /** What there is to be taken, and about how many rows. */
  read: { act: 'exports.read', roles: ORGANISERS },
  /** A table of the whole programme; the journal keeps which, and how many rows. */
  take: { act: 'exports.take', roles: ORGANISERS },
  /** What anybody may know, as one document: it says nothing that observers do not read already. */
  openData: { act: 'exports.open-data', roles: ['organiser', 'observer'] },
} as const satisfies Record<string, Permission>

export const TABLES = ['ideas', 'ballots', 'initiatives', 'commitments', 'workshops'] as const
export type TableName = (typeof TABLES)[number]

/** Files that are made at one time: each holds a moment of the database. */
export const MOST_AT_ONCE = 2
/** When to come back once there is no room (seconds). */
export const COME_BACK = 30
/** Rows that are in memory at one time. */
export const PAGE = 500
/** The same of what a use-case draws for each. */
export const AT_ONCE = 50
/** A result is never forgotten here (milliseconds). */
export const EVER = Math.floor(Number.MAX_SAFE_INTEGER / 4)

/** Of an idea without a name, a Direction of a few people would be one. */
export function mayStand({ headcount }: { readonly headcount: number }, unnamed = false): boolean {
  return !unnamed || headcount >= FEWEST
}
