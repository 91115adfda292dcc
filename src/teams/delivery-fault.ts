type Parts = { readonly status: number; readonly code?: string; readonly retryAfterMs?: number }

/** A failed or doubtful call to Teams. `delivery/` decides about retries. */
export class DeliveryFault extends Error {
  override readonly name = 'DeliveryFault'
  /** HTTP status; 0 without a response. */
  readonly status: number
  /** Teams' error code, such as `MessageWritesBlocked`: a hint only, its form varies. */
  readonly code?: string
  /** Retry-After, in milliseconds. */
  readonly retryAfterMs?: number

  constructor({ status, code, retryAfterMs }: Parts) {
    super(`Teams answered ${status || 'nothing'}${code ? ` (${code})` : ''}`)
    this.status = status
    if (code !== undefined) this.code = code
    if (retryAfterMs !== undefined) this.retryAfterMs = retryAfterMs
  }
}
