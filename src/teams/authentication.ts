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

/** A token that was checked, as the SDK takes it. */
export type TokenProof = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>
type CredentialsFactory = NonNullable<
  ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]
>

/**
 * Without the two clients that the SDK makes for each turn, each with a pipeline of its own: nothing here is sent by them,
 * and they took a tenth of a vote.
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

/** Stands in for Microsoft's sign-in, on loopback. */
export type LocalSignIn = {
  /** OpenID document whose keys sign what Teams sends. */
  readonly openIdUrl: string
  /** The bearer token with which the bot calls the connector. */
  readonly token: () => Promise<string>
}

/** What does not prove it. For the log, and to be counted by. */
type Unproof = 'token' | 'channel' | 'issuer' | 'service url' | 'tenant'

/** The request does not prove that Teams sent it. */
export class Unproven extends Error {
  override readonly name = 'Unproven'
  readonly reason: Unproof

  constructor(reason: Unproof) {
    super(reason)
    this.reason = reason
  }
}
/** The keys to check a token with cannot be had just now. */
export class BotKeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable'
}

export type Authentication = {
  readonly sdk: ConfigurationBotFrameworkAuthentication
  /** What the `Authorization` header alone proves, before a body is read. @throws Unproven, KeysUnavailable */
  readonly prove: (header: string) => Promise<TokenProof>
  /** Holds the activity against what was proven. @throws Unproven */
  readonly fits: (proof: TokenProof, activity: Activity) => void
  /** The `Authorization` header for a call to the connector; undefined in demo mode. */
  readonly authorization: () => Promise<string | undefined>
}

const muffled = new AsyncLocalStorage<true>()
let muffling = false

// The SDK prints a key or a stack for each bad token, so whoever knocks could fill the log. Only what it prints while
// it checks one is dropped; everybody else's console stays as it is.
function muffle(): void {
  if (muffling) return
  muffling = true
  const print = console.error
  console.error = (...words: unknown[]) => {
    if (!muffled.getStore()) print(...words)
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

/** All of these or none: the SDK leaves undefined what a partial set does not name, and then refuses every token. */
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

/** The SDK takes the algorithms that a document on the network names, and passes over what a token calls critical. */
function checkHeader(authorization: string): void {
  const { alg, crit } = tokenHeaderOf(authorization)
  if (alg !== 'RS256' || crit !== undefined) throw new Unproven('token')
}

const claim = ({ claimsIdentity }: TokenProof, name: string) => claimsIdentity.getClaimValue(name) as unknown

/** Beyond what the SDK checks: it lets a token without end or of another issuer through. */
function checkClaims(proof: TokenProof): void {
  if (typeof claim(proof, 'exp') !== 'number') throw new Unproven('token')
  if (claim(proof, 'iss') !== ISSUER) throw new Unproven('issuer')
}

/** The SDK lets another channel and no serviceUrl through. */
function checkActivity(proof: TokenProof, activity: Activity): void {
  if (activity.channelId !== CHANNEL) throw new Unproven('channel')
  if (claim(proof, 'serviceurl') !== activity.serviceUrl) throw new Unproven('service url')
}

/** All that the SDK asks of a body while it checks a token; the rest of the body is held against it afterwards. */
const FROM_TEAMS = { channelId: CHANNEL } as never

/**
 * Checks what Teams sends and signs what is sent to it. Without `bot`, as in demo mode, everybody is let in: the
 * caller then answers for loopback.
 * @throws Error when `bot` lacks what its type needs: an empty id would switch every check off.
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
      prove: () => sdk.authenticateRequest(FROM_TEAMS, ''),
      fits: () => {},
      authorization: async () => undefined,
    }
  }
  muffle()
  const settings = settingsOf(bot)
  const own = new ConfigurationServiceClientCredentialFactory(settings)
  const factory = local ? localFactory(bot, local) : own
  const sdk = new Clientless({ ...settings, ...(local && cloudOf(local.openIdUrl)) }, factory)
  const outage = createKeyOutage(clock)
  return {
    sdk,
    async prove(header) {
      checkHeader(header)
      if (outage.stops(header)) throw new BotKeysUnavailable()
      let proof: TokenProof
      try {
        proof = await muffled.run(true, () => sdk.authenticateRequest(FROM_TEAMS, header))
      } catch (error) {
        if (!isOutage(error)) throw new Unproven('token')
        outage.begins()
        throw new BotKeysUnavailable()
      }
      outage.proves(header)
      checkClaims(proof)
      return proof
    },
    fits: checkActivity,
    async authorization() {
      const credentials = await factory.createCredentials(bot.id, SCOPE, LOGIN, true)
      const headers = new Headers()
      await credentials.signRequest({ headers } as never)
      return headers.get('authorization') ?? undefined
    },
  }
}
