import type { AssistantSettings } from './assistant.ts'

/** Credentials of the bot at Microsoft. */
export type BotCredentials =
  | { readonly type: 'SingleTenant'; readonly id: string; readonly tenant: string; readonly password: string }
  | { readonly type: 'UserAssignedMsi'; readonly id: string; readonly tenant: string }

/** Validated configuration. `bot` and `assistant` hold secrets: never log a whole Config. */
export type Config = {
  readonly mode: 'production' | 'demo'
  readonly host: string
  readonly port: number
  /** Port of the metrics, on loopback. Absent: metrics are off. */
  readonly metricsPort?: number
  /** How many trusted reverse proxies append to `X-Forwarded-For`. */
  readonly trustedProxies: number
  /** Origin without a trailing slash; https in production, loopback in demo mode. */
  readonly publicUrl: string
  /** Required in production; absent in demo mode. */
  readonly bot?: BotCredentials
  /** Accepted `aud` of the tab's tokens: the client id (v2 tokens) and the Application ID URI (v1). */
  readonly tab: { readonly audiences: readonly string[] }
  /** Allowed tenants. Empty in demo mode unless set. */
  readonly tenants: readonly string[]
  /** Whether guest accounts of those tenants may act too. */
  readonly guests: boolean
  /** `file:path`, `postgres://…` or `postgresql://…` */
  readonly databaseUrl: string
  readonly programmeFile: string
  /** Folder of contributors' language files; absent: none. */
  readonly wordsFolder?: string
  /** Nightly backup into this folder, of which the newest `keep` are kept. Absent: no backups. */
  readonly backups?: { readonly folder: string; readonly keep: number }
  /** Entra object ids of the organisers. */
  readonly organisers: readonly string[]
  /** Demo mode: whether the Agents Playground is started beside the bot. */
  readonly playground: boolean
  /** Demo mode: the persona in the Playground's chat, from the command line; absent: the first. */
  readonly persona?: string
  /** Demo mode: whether sample data is created. */
  readonly sample: boolean
  readonly logLevel: LogLevel
  /** The id that deep links name. */
  readonly teamsAppId: string
  /** Signs links that carry no token. In demo mode '' unless set: the demo generates its own. */
  readonly linkSecret: string
  /** Wrapping keys of secret ballots: new ballots use the first. None: no ballot can be secret. */
  readonly ballotSecrets: readonly string[]
  /** Rate limit towards Teams, in calls per second: for proactive messages, and a reserve for answers. */
  readonly rates: { readonly perSecond: number; readonly reserve: number }
  /** A language model. Absent: there is none, and nothing of it is loaded. */
  readonly assistant?: AssistantSettings
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** The app id in the package of env/.env.dev: the default for deep links without `TEAMS_APP_ID`. */
export const MANIFEST_ID = '69d16f06-3c32-4b78-82d2-56067ce9a62b'
