/** Why the database cannot be used for now. */
export type Outage = 'unreachable' | 'disk-full' | 'read-only' | 'busy'

/**
 * Nothing can be read or written at the moment, whoever asks and for whatever: no refusal, which would be for good, and no
 * fault of ours. What was asked may be asked again.
 */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'
  readonly outage: Outage
  /** The database's own. */
  readonly code: string

  constructor(outage: Outage, code: string, cause: unknown) {
    super(`the database cannot be used for now: ${outage}`, { cause })
    this.outage = outage
    this.code = code
  }
}
