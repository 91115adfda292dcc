import { createHash } from 'node:crypto'
import type { StoredRow } from './rows.ts'

/** How many rows a table has, and what they hold: equal for the same rows in whatever order. */
export type TableCount = { readonly table: string; readonly rows: number; readonly hash: string }

const MOST = 2n ** 256n

function digest(row: StoredRow): bigint {
  const columns = Object.keys(row).sort()
  const text = JSON.stringify(columns.map(column => [column, row[column]]))
  return BigInt(`0x${createHash('sha256').update(text).digest('hex')}`)
}

/** Counts and sums up row after row: the sum of the rows' SHA-256, which needs no order that two engines agree on. */
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
