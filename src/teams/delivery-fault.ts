type Parts = { readonly status: number; readonly code?: string; readonly retryAfterMs?: number }

/** Teams did not take a message, or nobody knows whether it did. Whether to try again is for `delivery/` to say. */
export class DeliveryFault extends Error {
  override readonly name = 'DeliveryFault'
  /** HTTP status; 0 when no answer came. */
  readonly status: number
  /** Teams' word for it, such as `MessageWritesBlocked`: a hint only, its form varies. */
  readonly code?: string
  /** How long Teams asks to wait, in milliseconds. */
  readonly retryAfterMs?: number

  constructor({ status, code, retryAfterMs }: Parts) {
    super(`Teams answered ${status || 'nothing'}${code ? ` (${code})` : ''}`)
    this.status = status
    if (code !== undefined) this.code = code
    if (retryAfterMs !== undefined) this.retryAfterMs = retryAfterMs
  }
}
