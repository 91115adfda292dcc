import { AsyncLocalStorage } from 'node:async_hooks'
import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder'
import type { BotCredentials } from '../config/index.ts'
import type { Clock } from '../kernel/time/clock.ts'
import type { Activity } from './activity.ts'
import { createKeyOutage } from './signing-key-outage.ts'
import { tokenHeaderOf } from './token-header.ts'

const SCOPE = 'https://api.botframework.com'
const ISSUER = 'https://api.botframework.com'
const LOGIN = 'https://login.microsoftonline.com/botframework.com'
const CHANNEL = 'msteams'

/** Result of the SDK's token check. */
export type TokenProof = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>
type CredentialsFactory = NonNullable<
  ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]
>

/**
 * The SDK's authentication without the two HTTP clients that it creates for each turn: nothing here sends by them,
 * and they took a tenth of a vote's time.
 */
class Clientless extends ConfigurationBotFrameworkAuthentication {
  override async authenticateRequest(
    ...given: Parameters<ConfigurationBotFrameworkAuthentication['authenticateRequest']>
  ) {
    const connectorFactory = { create: async () => ({}) as never }
    return { ...(await super.authenticateRequest(...given)), connectorFactory }
  }

  override async createUserTokenClient() {
    return {} as never
  }
}

/** A local stand-in for Microsoft's sign-in, on loopback. */
export type LocalSignIn = {
  /** OpenID configuration document, whose keys sign what Teams sends. */
  readonly openIdUrl: string
  /** The bot's bearer token for the connector. */
  readonly token: () => Promise<string>
}

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

export type Authentication = {
  readonly sdk: ConfigurationBotFrameworkAuthentication
  /** Verifies the `Authorization` header, before a body is read. @throws Unproven, KeysUnavailable */
  readonly verifyToken: (header: string) => Promise<TokenProof>
  /** Checks that the activity matches the verified claims. @throws Unproven */
  readonly checkMatch: (proof: TokenProof, activity: Activity) => void
  /** The `Authorization` header for calls to the connector; undefined in demo mode. */
  readonly authorization: () => Promise<string | undefined>
}

const silenced = new AsyncLocalStorage<true>()
let silencing = false

// The SDK prints a key or a stack for each invalid token, so that an attacker could fill the log. Only what it prints
// during that check is dropped.
function silenceSdk(): void {
  if (silencing) return
  silencing = true
  const print = console.error
  console.error = (...words: unknown[]) => {
    if (!silenced.getStore()) print(...words)
  }
}

function localFactory(bot: BotCredentials, { token }: LocalSignIn): CredentialsFactory {
  return {
    isValidAppId: async id => id === bot.id,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      async signRequest(request) {
        request.headers.set('authorization', `Bearer ${await token()}`)
        return request
      },
    }),
  }
}

function settingsOf(bot: BotCredentials) {
  return {
    MicrosoftAppType: bot.type,
    MicrosoftAppId: bot.id,
    MicrosoftAppTenantId: bot.tenant,
    ...(bot.type === 'SingleTenant' && { MicrosoftAppPassword: bot.password }),
  }
}

/** All of these or none: with a partial set the SDK leaves the others undefined, and then rejects every token. */
function cloudOf(openIdUrl: string) {
  return {
    ValidateAuthority: true,
    ToChannelFromBotLoginUrl: LOGIN,
    ToChannelFromBotOAuthScope: SCOPE,
    ToBotFromChannelTokenIssuer: ISSUER,
    OAuthUrl: 'https://api.botframework.com',
    ToBotFromChannelOpenIdMetadataUrl: openIdUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: openIdUrl,
    CallerId: 'urn:botframework:azure',
  }
}

function isOutage(error: unknown): boolean {
  const { name, statusCode } = error as { name?: string; statusCode?: number }
  return name === 'FetchError' || (statusCode ?? 0) >= 500
}

/** The SDK accepts whatever algorithm the key document names, and ignores `crit`. */
function checkHeader(authorization: string): void {
  const { alg, crit } = tokenHeaderOf(authorization)
  if (alg !== 'RS256' || crit !== undefined) throw new Unauthenticated('token')
}

const claim = ({ claimsIdentity }: TokenProof, name: string) => claimsIdentity.getClaimValue(name) as unknown

/** The SDK accepts a token without expiry or of another issuer. */
function checkClaims(proof: TokenProof): void {
  if (typeof claim(proof, 'exp') !== 'number') throw new Unauthenticated('token')
  if (claim(proof, 'iss') !== ISSUER) throw new Unauthenticated('issuer')
}

/** The SDK accepts another channel and a missing serviceUrl. */
function checkActivity(proof: TokenProof, activity: Activity): void {
  if (activity.channelId !== CHANNEL) throw new Unauthenticated('channel')
  if (claim(proof, 'serviceurl') !== activity.serviceUrl) throw new Unauthenticated('service url')
}

/** The only fields the SDK reads while it checks a token; the body is checked afterwards. */
const FROM_TEAMS = { channelId: CHANNEL } as never

/**
 * Authenticates requests of Teams, and calls to it. Without `bot`, as in demo mode, everything is accepted: the
 * caller then ensures loopback.
 * @throws Error when `bot` lacks what its type needs: an empty id would disable every check.
 */
export function createAuthentication(
  bot: BotCredentials | undefined,
  clock: Clock,
  local?: LocalSignIn,
): Authentication {
  if (!bot) {
    const sdk = new Clientless({})
    return {
      sdk,
      verifyToken: () => sdk.authenticateRequest(FROM_TEAMS, ''),
      checkMatch: () => {},
      authorization: async () => undefined,
    }
  }
  silenceSdk()
  const settings = settingsOf(bot)
  const own = new ConfigurationServiceClientCredentialFactory(settings)
  const factory = local ? localFactory(bot, local) : own
  const sdk = new Clientless({ ...settings, ...(local && cloudOf(local.openIdUrl)) }, factory)
  const outage = createKeyOutage(clock)
  return {
    sdk,
    async verifyToken(header) {
      checkHeader(header)
      if (outage.stops(header)) throw new BotKeysUnavailable()
      let proof: TokenProof
      try {
        proof = await silenced.run(true, () => sdk.authenticateRequest(FROM_TEAMS, header))
      } catch (error) {
        if (!isOutage(error)) throw new Unauthenticated('token')
        outage.begins()
        throw new BotKeysUnavailable()
      }
      outage.proves(header)
      checkClaims(proof)
      return proof
    },
    checkMatch: checkActivity,
    async authorization() {
      const credentials = await factory.createCredentials(bot.id, SCOPE, LOGIN, true)
      const headers = new Headers()
      await credentials.signRequest({ headers } as never)
      return headers.get('authorization') ?? undefined
    },
  }
}
