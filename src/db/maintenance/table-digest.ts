import { createHash } from 'node:crypto'
import type { StoredRow } from './rows.ts'

/** Row count and content hash of a table: equal for the same rows in any order. */
export type TableCount = { readonly table: string; readonly rows: number; readonly hash: string }

const MOST = 2n ** 256n

function digest(row: StoredRow): bigint {
  const columns = Object.keys(row).sort()
  const text = JSON.stringify(columns.map(column => [column, row[column]]))
  return BigInt(`0x${createHash('sha256').update(text).digest('hex')}`)
}

/**
 * Digest of a table, row by row: the sum of the rows' SHA-256, so that it does not depend on an order on which two
 * engines differ.
 */
export function createDigest(table: string) {
  let [rows, sum] = [0, 0n]
  return {
    add(row: StoredRow): void {
      rows++
      sum = (sum + digest(row)) % MOST
    },
    count: (): TableCount => ({ table, rows, hash: sum.toString(16).padStart(64, '0') }),
  }
}
