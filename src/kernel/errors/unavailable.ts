/** Why the database cannot be used for now. */
export type Outage = 'unreachable' | 'disk-full' | 'read-only' | 'busy'

/**
 * Outage of the database: nothing can be read or written by anybody for now. Neither a refusal, which would be final,
 * nor a fault of ours: the request may be repeated.
 */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'
  readonly outage: Outage
  /** The database's own error code. */
  readonly code: string

  constructor(outage: Outage, code: string, cause: unknown) {
    super(`the database cannot be used for now: ${outage}`, { cause })
    this.outage = outage
    this.code = code
  }
}
