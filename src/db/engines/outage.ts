import type { Outage } from '../../kernel/errors/unavailable.ts'

/** By the primary result code, the low byte: https://sqlite.org/rescode.html */
const SQLITE: Readonly<Record<number, Outage>> = {
  5: 'busy',
  8: 'read-only',
  10: 'unreachable',
  13: 'disk-full',
  14: 'unreachable',
}

/** SQLSTATE classes (https://www.postgresql.org/docs/current/errcodes-appendix.html) and Node's network error codes. */
const POSTGRES: readonly (readonly [RegExp, Outage])[] = [
  [/^53100$/, 'disk-full'],
  [/^25006$/, 'read-only'],
  [/^(08...|57P0.|53...)$/, 'unreachable'],
  [/^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/, 'unreachable'],
]
/** Messages of the driver that come without a code. */
const CUT =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** The database's own code for what it threw; empty where it gave none. */
export function codeOf(error: unknown): string {
  const { code, errcode } = Object(error) as { code?: unknown; errcode?: unknown }
  return typeof errcode === 'number' ? `SQLITE ${errcode}` : typeof code === 'string' ? code : ''
}

/** Classifies an error that means an outage, whatever the query was; undefined for any other. */
export function outageOf(error: unknown): Outage | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, errcode } = error as { code?: unknown; errcode?: unknown }
  if (typeof errcode === 'number') return SQLITE[errcode & 0xff]
  if (typeof code === 'string') {
    const found = POSTGRES.find(([known]) => known.test(code))
    if (found) return found[1]
  }
  return CUT.test(error.message) ? 'unreachable' : undefined
}
