import { ORGANISERS, type Permission } from '../../kernel/access/permission.ts'
import { FEWEST } from '../../kernel/personal-data/counts.ts'

export const EXPORT_PERMISSIONS = {
  /** List of the tables, with approximate row counts. */
  read: { act: 'exports.read', roles: ORGANISERS },
  /** Export of a table of the whole programme, logged with its number of rows. */
  take: { act: 'exports.take', roles: ORGANISERS },
  /** Open data as one document: nothing that observers cannot read already. */
  openData: { act: 'exports.open-data', roles: ['organiser', 'observer'] },
} as const satisfies Record<string, Permission>

export const TABLES = ['ideas', 'ballots', 'initiatives', 'trials', 'commitments', 'workshops'] as const
export type TableName = (typeof TABLES)[number]

/** Limit of concurrent exports: each holds a database snapshot. */
export const MOST_AT_ONCE = 2
/** Retry-After when all slots are taken (seconds). */
export const COME_BACK = 30
/** Rows per page in memory. */
export const PAGE = 500
/** Page size where a use-case builds a view of each row. */
export const AT_ONCE = 50
/** Results are listed here for ever (milliseconds). */
export const EVER = Math.floor(Number.MAX_SAFE_INTEGER / 4)

/** Whether a Direction may be shown beside an idea: not one of a few people, beside an unnamed idea. */
export function mayShowDirection({ headcount }: { readonly headcount: number }, unnamed = false): boolean {
  return !unnamed || headcount >= FEWEST
}
