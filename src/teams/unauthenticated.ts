/** Failed check, for the log and the counter. */
type AuthenticationFailure = 'token' | 'channel' | 'issuer' | 'service url' | 'tenant'

/** The request is not authenticated as Teams'. */
export class Unauthenticated extends Error {
  override readonly name = 'Unproven'
  readonly reason: AuthenticationFailure

  constructor(reason: AuthenticationFailure) {
    super(reason)
    this.reason = reason
  }
}

/** The signing keys cannot be fetched at the moment. */
export class BotKeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable'
}
