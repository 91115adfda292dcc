import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder'
import type { BotCredentials } from '../config/index.ts'
import { type Clock, systemClock } from '../kernel/time/clock.ts'
import type { Activity } from './activity.ts'
import { createPublishedKeys } from './published-keys.ts'
import { CHANNEL, createTokenCheck, type TokenProof } from './token-check.ts'
import { Unauthenticated } from './unauthenticated.ts'

/** Whom the connector's tokens are for. */
export const SCOPE = 'https://api.botframework.com'
const LOGIN = 'https://login.microsoftonline.com/botframework.com'

type CredentialsFactory = NonNullable<
  ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]
>

/** What the SDK's adapter asks for at each turn: not the HTTP client that it would make, since nothing here sends by it. */
class Clientless extends ConfigurationBotFrameworkAuthentication {
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

export type Authentication = {
  readonly sdk: ConfigurationBotFrameworkAuthentication
  /** Verifies the `Authorization` header, before a body is read. @throws Unauthenticated, BotKeysUnavailable */
  readonly verifyToken: (header: string) => Promise<TokenProof>
  /** Checks that the activity matches the verified claims. @throws Unauthenticated */
  readonly checkMatch: (proof: TokenProof, activity: Activity) => void
  /** The `Authorization` header for calls to the connector; undefined in demo mode. */
  readonly authorization: () => Promise<string | undefined>
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

/** The SDK never compares the channel, and a service address only where there is one. */
function checkActivity({ claims }: TokenProof, activity: Activity): void {
  if (activity.channelId !== CHANNEL) throw new Unauthenticated('channel')
  if ((claims.serviceurl ?? null) !== activity.serviceUrl) throw new Unauthenticated('service url')
}

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
    return {
      sdk: new Clientless({}),
      verifyToken: async () => ({ claims: {} }),
      checkMatch: () => {},
      authorization: async () => undefined,
    }
  }
  const settings = settingsOf(bot)
  const own = new ConfigurationServiceClientCredentialFactory(settings)
  const factory = local ? localFactory(bot, local) : own
  const keys = createPublishedKeys(clock, local?.openIdUrl)
  return {
    sdk: new Clientless(settings, factory),
    // Microsoft signs by the true time, whatever clock the rest is given.
    verifyToken: createTokenCheck({ appId: bot.id, keys, clock: systemClock }),
    checkMatch: checkActivity,
    async authorization() {
      const credentials = await factory.createCredentials(bot.id, SCOPE, LOGIN, true)
      const headers = new Headers()
      await credentials.signRequest({ headers } as never)
      return headers.get('authorization') ?? undefined
    },
  }
}
