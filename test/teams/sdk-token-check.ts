import { ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import { CHANNEL, type TokenProof } from '../../src/teams/token-check.ts'
import { BotKeysUnavailable, Unauthenticated } from '../../src/teams/unauthenticated.ts'

const ISSUER = 'https://api.botframework.com'

/** All of these or none: with a partial set the SDK leaves the others undefined, and then rejects every token. */
const cloudOf = (openIdUrl: string) => ({
  ValidateAuthority: true,
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: ISSUER,
  ToBotFromChannelTokenIssuer: ISSUER,
  OAuthUrl: ISSUER,
  ToBotFromChannelOpenIdMetadataUrl: openIdUrl,
  ToBotFromEmulatorOpenIdMetadataUrl: openIdUrl,
  CallerId: 'urn:botframework:azure',
})

/** The SDK accepts whatever algorithm the key document names, and ignores `crit`. */
function checkHeader(authorization: string): void {
  const [first = ''] = authorization.replace(/^Bearer /i, '').split('.')
  let header: { alg?: unknown; crit?: unknown } = {}
  try {
    header = Object(JSON.parse(Buffer.from(first, 'base64url').toString('utf8')))
  } catch {}
  if (header.alg !== 'RS256' || header.crit !== undefined) throw new Unauthenticated('token')
}

function isOutage(error: unknown): boolean {
  const { name, statusCode } = error as { name?: string; statusCode?: number }
  return name === 'FetchError' || (statusCode ?? 0) >= 500
}

/** It prints a key or a stack for each invalid token. */
async function silently<T>(work: () => Promise<T>): Promise<T> {
  const print = console.error
  console.error = () => {}
  try {
    return await work()
  } finally {
    console.error = print
  }
}

/**
 * The SDK's own check of a bot's token, with what it does not ask for asked beside it: the oracle of ours, and the
 * baseline of `npm run bench -- token`. Keys are fetched from `openIdUrl`, for Entra's tokens as for Teams'.
 */
export function createSdkTokenCheck(appId: string, openIdUrl: string) {
  const sdk = new ConfigurationBotFrameworkAuthentication(cloudOf(openIdUrl), {
    isValidAppId: async id => id === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({ signRequest: async request => request }),
  })
  async function identityOf(authorization: string) {
    try {
      const activity = { channelId: CHANNEL } as never
      return (await silently(() => sdk.authenticateRequest(activity, authorization))).claimsIdentity
    } catch (error) {
      throw isOutage(error) ? new BotKeysUnavailable() : new Unauthenticated('token')
    }
  }
  return async (authorization: string): Promise<TokenProof> => {
    checkHeader(authorization)
    const identity = await identityOf(authorization)
    if (typeof (identity.getClaimValue('exp') as unknown) !== 'number') throw new Unauthenticated('token')
    if (identity.getClaimValue('iss') !== ISSUER) throw new Unauthenticated('issuer')
    return { claims: Object.fromEntries(identity.claims.map(({ type, value }) => [type, value])) }
  }
}
