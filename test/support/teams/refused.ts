/** What the connector answers in place of doing it. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message = code) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** A continuation token that is not good any more: no fault of whoever was given it. */
export const STALE_TOKEN = 'InvalidContinuationToken'

/** As Teams writes it. `MessageWritesBlocked` hides in JSON within the message (platform.md, 1.2). */
export function refusalBody(code: string, message: string): object {
  if (code !== 'MessageWritesBlocked') return { error: { code, message } }
  return { error: { code: 'BadSyntax', message: JSON.stringify({ subCode: code, details: null }) } }
}
