import type { BotCredentials } from '../../config/index.ts'
import { SECOND } from '../../kernel/time/clock.ts'
import { ActionNeeded, Unchecked } from './finding.ts'
import { call, type HttpAnswer, objectOf } from './http-call.ts'

/** Outgoing calls of the server, docs/installer.md, 1; replaced in tests. */
export const ADDRESSES = {
  /** Signing keys of the tabs’ tokens (http/sign-in/token.ts). */
  keys: 'https://login.microsoftonline.com/common/discovery/v2.0/keys',
  /** Signing keys of what Teams sends (teams/published-keys.ts). */
  openId: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  /** Token endpoint. Source: Microsoft, «Microsoft identity platform and the OAuth 2.0 client credentials flow». */
  tokens: (tenant: string) => `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`,
  connector: 'https://smba.trafficmanager.net/',
}

export type Addresses = typeof ADDRESSES

/** Called with each response, for the check of the clock. */
type Heard = (answer: HttpAnswer) => void

async function keysAt(url: string, heard: Heard): Promise<string> {
  const answer = await call(url)
  heard(answer)
  const { keys } = objectOf(answer)
  const known = Array.isArray(keys) ? keys.filter(key => typeof Object(key).kty === 'string') : []
  const { host } = new URL(url)
  if (answer.status !== 200 || known.length === 0)
    throw new ActionNeeded(`${host} answers ${answer.status} without keys: is it a page of your proxy?`)
  return `${known.length} from ${host}`
}

export const tabKeys = ({ keys }: Addresses, heard: Heard) => keysAt(keys, heard)

export async function botKeys({ openId }: Addresses, heard: Heard): Promise<string> {
  const answer = await call(openId)
  heard(answer)
  const { jwks_uri: keys } = objectOf(answer)
  if (answer.status !== 200 || typeof keys !== 'string' || !URL.canParse(keys))
    throw new ActionNeeded(
      `${new URL(openId).host} answers ${answer.status} without an address of keys: is it a page of your proxy?`,
    )
  return keysAt(keys, heard)
}

/** Any response of Teams’ connector will do: without a token it proves that it is reachable. */
export async function connector({ connector: url }: Addresses, heard: Heard): Promise<string> {
  heard(await call(url, { method: 'HEAD' }))
  return `${new URL(url).host} answers`
}

/** Source: Microsoft, «Microsoft Entra authentication and authorization error codes». */
const REFUSED: Readonly<Record<string, string>> = {
  '7000215': 'BOT_PASSWORD: give the client secret’s value as Entra showed it once, not its id',
  '7000222': 'BOT_PASSWORD: the client secret has expired: make a new one in Entra',
  '700016': 'BOT_ID: there is no such application in the tenant that BOT_TENANT_ID names',
  '90002': 'BOT_TENANT_ID: there is no such tenant',
  '7000229': 'BOT_ID: the application has no «enterprise application» in its tenant: make one in Entra',
  '7000112': 'BOT_ID: the application is disabled in Entra',
  '53003': 'a conditional access policy of the tenant keeps the bot from signing in from here',
}

function refusalOf(answer: HttpAnswer): string {
  const { error, error_description: told } = objectOf(answer)
  const code = /^AADSTS(\d+)/.exec(String(told ?? ''))?.[1] ?? ''
  const named = [String(error ?? answer.status).slice(0, 60), code && `AADSTS${code}`]
    .filter(Boolean)
    .join(', ')
  return `${REFUSED[code] ?? 'Entra gives the bot no token'} (${named})`
}

/** Requests a token with the bot's credentials, as it does before it writes in Teams, and discards it. */
export async function botToken(
  { tokens }: Addresses,
  bot: BotCredentials | undefined,
  heard: Heard,
): Promise<string> {
  if (!bot) throw new Unchecked('the settings first')
  if (bot.type === 'UserAssignedMsi')
    throw new Unchecked('a managed identity has no secret, and its token is given on Azure alone')
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: bot.id,
    client_secret: bot.password,
    scope: 'https://api.botframework.com/.default',
  })
  const answer = await call(tokens(bot.tenant), { method: 'POST', body })
  heard(answer)
  const { access_token: token } = objectOf(answer)
  if (answer.status !== 200 || typeof token !== 'string') throw new ActionNeeded(refusalOf(answer))
  return 'Entra gives the bot a token'
}

/** Tolerance of a tab’s token (http/sign-in/token.ts). */
const SKEW = 60 * SECOND

/**
 * Clock skew against the servers that responded: `ahead` (ms) of each. The smallest counts, since a cache may have
 * kept an old date.
 */
export async function clockAgainst(ahead: readonly number[]): Promise<string> {
  const [nearest] = ahead.toSorted((one, other) => Math.abs(one) - Math.abs(other))
  if (nearest === undefined) throw new Unchecked('nobody who answered said what time it is')
  const seconds = Math.round(Math.abs(nearest) / SECOND)
  if (Math.abs(nearest) > SKEW)
    throw new ActionNeeded(
      `it is ${seconds} s ${nearest > 0 ? 'ahead' : 'behind'}: set it (NTP); tokens allow for 60 s`,
    )
  return `within ${Math.max(1, seconds)} s of Microsoft’s`
}
