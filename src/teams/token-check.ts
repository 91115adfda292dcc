import { type Clock, MINUTE, SECOND } from '../kernel/time/clock.ts'
import { type BotToken, isSignedBy, readToken } from './bot-token.ts'
import type { PublishedKey, PublishedKeys } from './published-keys.ts'
import { Unauthenticated } from './unauthenticated.ts'

/** The only channel that a token is taken for. */
export const CHANNEL = 'msteams'
const ISSUER = 'https://api.botframework.com'
/** Entra, which signs for the Bot Framework Emulator and for other bots (tokenValidationParameters.js, emulatorValidation.js). */
const OF_ENTRA = /^https:\/\/(?:sts\.windows\.net|login\.microsoftonline\.(?:com|us))\//
/** Clocks may differ by so many seconds. */
const TOLERANCE = (5 * MINUTE) / SECOND

type Claims = BotToken['claims']

/** What a verified token says. */
export type TokenProof = { readonly claims: Claims }

type CheckParts = {
  /** The bot's id. */
  readonly appId: string
  readonly keys: PublishedKeys
  readonly clock: Clock
}

/** Skills are other bots (skillValidation.js `isSkillClaim`, jwtTokenValidation.js `getAppIdFromClaims`). */
function isSkill({ ver, aud, appid, azp }: Claims): boolean {
  const other = ver === '1.0' ? appid : ver === '2.0' ? azp : undefined
  return appid === 'AnonymousSkill' || (Boolean(other) && other !== aud)
}

/** The SDK compares `tid` with texts, and fails where it cannot become one (emulatorValidation.js). */
function isTextual(tid: unknown): boolean {
  try {
    return typeof String(tid) === 'string'
  } catch {
    return false
  }
}

/** Before any key is fetched. */
function isAcceptable({ claims }: BotToken): boolean {
  return claims.iss === ISSUER && !isSkill(claims) && isTextual(claims.tid)
}

function isEndorsed({ endorsements }: PublishedKey): boolean {
  return !Array.isArray(endorsements) || endorsements.length === 0 || endorsements.includes(CHANNEL)
}

/** `now` in seconds. A number in a text is none. */
function isCurrent({ exp, nbf }: Claims, now: number): boolean {
  if (typeof exp !== 'number' || now >= exp + TOLERANCE) return false
  return nbf === undefined || (typeof nbf === 'number' && nbf <= now + TOLERANCE)
}

function reasonOf({ claims: { iss } }: BotToken): 'issuer' | 'token' {
  return typeof iss === 'string' && OF_ENTRA.test(iss) ? 'issuer' : 'token'
}

/**
 * Checks the token with which Teams sends an activity. Its verdicts are those of botframework-connector 4.23.3
 * (lib/auth) for a bot in the public cloud and the channel `msteams`, minus what the SDK takes and should not; the
 * SDK decodes each token four times and parses its key anew, and test/teams/token-oracle.spec.ts holds both to the same.
 *
 * 1. `Bearer`, one space, a compact JWS with a signature: jwtTokenExtractor.js `getIdentityFromAuthHeader`, jsonwebtoken/verify.js
 * 2. RS256, where the SDK takes RS384 and RS512 too, and no `crit`, which it ignores
 * 3. the issuer is the Bot Framework, where the SDK takes Entra's tokens too (emulator, skills): jwtTokenExtractor.js `hasAllowedIssuer`,
 *    parameterizedBotFrameworkAuthentication.js `governmentChannelValidation_ValidateIdentity`. So no keys of Entra are
 *    fetched, and no unsigned `tid` lengthens a list of issuers as it does in emulatorValidation.js
 * 4. no skill: `JwtTokenValidation_validateClaims`; a `tid` that can be a text: emulatorValidation.js
 * 5. `kid` is that of a published key, compared strictly, so that none names the first without one: openIdMetadata.js `findKey`
 * 6. that key signed it: jsonwebtoken/verify.js
 * 7. `nbf`, if there, and `exp`, which the SDK does not ask for, are numbers and hold give or take five minutes: jsonwebtoken/verify.js
 * 8. the key is endorsed for the channel, or for none by name: jwtTokenExtractor.js `validateToken`, endorsementsValidator.js
 * 9. `aud` is the bot's id itself, no list: `governmentChannelValidation_ValidateIdentity`
 *
 * `serviceurl` is compared once the activity is read (authentication.ts).
 * @throws Unauthenticated, BotKeysUnavailable
 */
export function createTokenCheck({ appId, keys, clock }: CheckParts) {
  function holds(token: BotToken, key: PublishedKey): boolean {
    const now = Math.floor(clock.now() / SECOND)
    return (
      isSignedBy(key.key, token) &&
      isCurrent(token.claims, now) &&
      isEndorsed(key) &&
      token.claims.aud === appId
    )
  }

  return async (authorization: string): Promise<TokenProof> => {
    const token = readToken(authorization)
    if (token?.header.alg !== 'RS256' || token.header.crit !== undefined) throw new Unauthenticated('token')
    if (!isAcceptable(token)) throw new Unauthenticated(reasonOf(token))
    const key = await keys.find(token.header.kid)
    if (!key || !holds(token, key)) throw new Unauthenticated('token')
    return { claims: token.claims }
  }
}
