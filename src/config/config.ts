/** How the bot proves to Microsoft who it is. */
export type BotCredentials =
  | { readonly type: 'SingleTenant'; readonly id: string; readonly tenant: string; readonly password: string }
  | { readonly type: 'UserAssignedMsi'; readonly id: string; readonly tenant: string }

/** Everything the environment decides, checked. `bot` holds a secret: never log a whole Config. */
export type Config = {
  readonly mode: 'production' | 'demo'
  readonly host: string
  readonly port: number
  /** Where what is measured can be read, on loopback. Absent: nothing is measured. */
  readonly metricsPort?: number
  /** How many proxies in front are ours and add to `X-Forwarded-For`. */
  readonly trustedProxies: number
  /** Origin without a slash at its end; https in production, loopback in demo mode. */
  readonly publicUrl: string
  /** Absent in demo mode, and only there. */
  readonly bot?: BotCredentials
  /** Whom the tab's tokens must be meant for: the client id (v2 tokens), the Application ID URI (v1). */
  readonly tab: { readonly audiences: readonly string[] }
  /** Ids of the tenants whose people may act. Empty in demo mode unless set. */
  readonly tenants: readonly string[]
  /** Whether guests of those tenants may act too. */
  readonly guests: boolean
  /** `file:path`, `postgres://…` or `postgresql://…` */
  readonly databaseUrl: string
  readonly programmeFile: string
  /** One backup a night into this folder, of which the newest `keep` stay. Absent: none. */
  readonly backups?: { readonly folder: string; readonly keep: number }
  /** Entra object ids. */
  readonly organisers: readonly string[]
  /** Demo mode: whether the Agents Playground starts beside the bot. */
  readonly playground: boolean
  /** Demo mode: who sits in the Playground, as the command line names them; absent: whoever comes first. */
  readonly seat?: string
  /** Demo mode: whether invented people have acted already. */
  readonly sample: boolean
  readonly logLevel: LogLevel
  /** The id that deep links name. */
  readonly teamsAppId: string
  /** Signs links that carry no token. In demo mode '' unless set: the demo brings its own. */
  readonly linkSecret: string
  /** Wrap the keys of secret ballots: the first those opened from now on. None: no ballot can be secret. */
  readonly ballotSecrets: readonly string[]
  /** What the bot may ask of Teams in a second: sent unasked, and kept free for answers. */
  readonly rates: { readonly perSecond: number; readonly reserve: number }
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** The id in the app package of env/.env.dev: what deep links name when `TEAMS_APP_ID` says nothing else. */
export const MANIFEST_ID = '69d16f06-3c32-4b78-82d2-56067ce9a62b'
