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

/** Whether the bot should never have asked: no change in who can be reached explains it. */
export function isMistake({ status, code }: Refused): boolean {
  return (status === 400 && code !== STALE_TOKEN) || status === 413 || code === 'NoSuchCall'
}

/** As Teams writes it. `MessageWritesBlocked` hides in JSON within the message. */
export function refusalBody(code: string, message: string): object {
  if (code !== 'MessageWritesBlocked') return { error: { code, message } }
  return { error: { code: 'BadSyntax', message: JSON.stringify({ subCode: code, details: null }) } }
}
