import { compose } from '../../../src/compose.ts'
import type { Config } from '../../../src/config/index.ts'
import type { Ids } from '../../../src/kernel/crypto/ids.ts'
import { type Logger, silentLogger } from '../../../src/kernel/monitoring/logger.ts'
import type { Limits } from '../../../src/kernel/requests/limits.ts'
import { serve } from '../../../src/serve.ts'
import { schemaFor } from '../database/schema.ts'
import { apiAs } from '../sign-in/api.ts'
import { CAST, type Person, TENANT } from '../sign-in/cast.ts'
import { startSignIn } from '../sign-in/tokens.ts'
import { startTeams, type TeamsOptions } from '../teams/index.ts'
import { fixedClock } from './clock.ts'
import { sequentialIds } from './ids.ts'

const METHOD = 'programmes/occitanie.yaml'
const BOT = { id: 'bbbbbbbb-0000-4000-8000-00000000000b', name: 'Faire Administration' }

type Options = Pick<TeamsOptions, 'people' | 'channels'> & {
  /** `file::memory:` unless told otherwise. */
  readonly url?: string
  /** Enforces Teams' documented rate limits, by this world's clock. */
  readonly rates?: boolean
  readonly pages?: string
  /** Sequential by default; a database that is opened again needs others. */
  readonly ids?: Ids
  /** The product's limits by default, which a clock that stands still soon reaches. */
  readonly limits?: Limits
  /** When it all begins, in milliseconds. */
  readonly start?: number
  readonly programmeFile?: string
  /** Where contributors' language files lie. */
  readonly wordsFolder?: string
  /** Whether metrics can be scraped, at `metrics`. */
  readonly metrics?: boolean
  readonly backups?: Config['backups']
  /** Refused by default. */
  readonly guests?: boolean
  /** None: no ballot can be secret. */
  readonly ballotSecrets?: readonly string[]
  /** A language model; none by default. */
  readonly assistant?: Config['assistant']
  /** Gets each log line, beside `logged`. */
  readonly log?: Logger
}

export type Logged = { readonly level: 'warn' | 'error'; readonly message: string; readonly fields: object }

function configOf(options: Options): Config {
  const { url = 'file::memory:', people = CAST, programmeFile = METHOD } = options
  return {
    mode: 'production',
    host: '127.0.0.1',
    port: 0,
    ...(options.metrics && { metricsPort: 0 }),
    trustedProxies: 0,
    publicUrl: 'https://faire.example',
    bot: { type: 'SingleTenant', id: BOT.id, tenant: TENANT, password: 'never sent anywhere' },
    tab: { audiences: [BOT.id] },
    tenants: [TENANT],
    guests: options.guests ?? false,
    databaseUrl: url,
    programmeFile,
    ...(options.wordsFolder && { wordsFolder: options.wordsFolder }),
    ...(options.backups && { backups: options.backups }),
    organisers: people.filter(({ role }) => role === 'organiser').map(({ objectId }) => objectId),
    playground: false,
    sample: false,
    logLevel: 'silent',
    teamsAppId: '69d16f06-3c32-4b78-82d2-56067ce9a62b',
    linkSecret: 'signs the links of these tests alone',
    ballotSecrets: options.ballotSecrets ?? ['wraps the ballots of these tests alone'],
    ...(options.assistant && { assistant: options.assistant }),
    // The clock stands still in these tests, so rate limits would block.
    rates: { perSecond: 100_000, reserve: 5 },
  }
}

function keepLog(logged: Logged[], log: Logger): Logger {
  const keep = (level: Logged['level']) => (fields: object, message: string) => {
    logged.push({ level, fields, message })
    log[level](fields, message)
  }
  return { info: (fields, message) => log.info(fields, message), warn: keep('warn'), error: keep('error') }
}

export type World = Awaited<ReturnType<typeof openWorld>>

/**
 * The whole product as in production: the real bot SDK and web server, signed tokens, and a Teams on loopback; but
 * with a fixed clock and sequential ids. `close` fails when the bot sent what Teams does not accept.
 */
export async function openWorld(options: Options = {}) {
  const {
    people = CAST,
    channels,
    rates,
    pages,
    limits,
    ids = sequentialIds(),
    start,
    log = silentLogger,
  } = options
  const clock = fixedClock(start)
  const logged: Logged[] = []
  const signIn = await startSignIn({ appId: BOT.id, now: clock.now })
  const teams = await startTeams({
    bot: BOT,
    people,
    bearer: signIn.connectorToken,
    clock,
    ...(channels && { channels }),
    ...(rates && { rates: clock }),
  })

  /** Starts the product: one life of the process. */
  async function begin(changed: Pick<Options, 'ballotSecrets'> = {}) {
    const config = configOf({ ...options, ...changed })
    const overrides = {
      clock,
      ids,
      localSignIn: signIn.local,
      migrations: schemaFor(config.databaseUrl),
      ...(limits && { limits }),
    }
    const app = await compose(config, keepLog(logged, log), overrides)
    const { port, metricsPort, stop } = await serve(app, {
      keysUrl: signIn.keysUrl,
      ...(pages !== undefined && { pages }),
    })
    const origin = `http://127.0.0.1:${port}`
    teams.connect(`${origin}/api/messages`, ({ serviceUrl }) => signIn.botToken({ serviceurl: serviceUrl }))
    return { app, origin, metricsPort, stop }
  }

  let life = await begin()
  /** Resolves once all that is due now has been sent. */
  const settle = () => life.app.delivery.idle()
  return {
    get app() {
      return life.app
    },
    get origin() {
      return life.origin
    },
    /** Base URL of the metrics. */
    get metrics() {
      return `http://127.0.0.1:${life.metricsPort}/metrics`
    },
    clock,
    signIn,
    teams,
    /** Warnings and errors in the log. */
    logged,
    as: teams.as,
    api: (person: Person) => apiAs(life.origin, signIn, person),
    settle,
    /** Advances the clock and delivers what falls due. */
    async pass(ms: number): Promise<void> {
      clock.advance(ms)
      life.app.delivery.wake()
      await settle()
    },
    /** Restarts the process on the same database, a file or a server's, `ms` later; with other secrets if given. */
    async restart(ms = 0, changed: Pick<Options, 'ballotSecrets'> = {}): Promise<void> {
      await life.stop()
      clock.advance(ms)
      life = await begin(changed)
      await settle()
    },
    async close(): Promise<void> {
      await life.stop()
      await signIn.close()
      await teams.close()
    },
  }
}
