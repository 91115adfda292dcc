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
  /** Holds the bot to Teams' documented rates, on the world's clock. */
  readonly rates?: boolean
  readonly pages?: string
  /** Counted unless told otherwise; a database that is opened again needs others. */
  readonly ids?: Ids
  /** Those of the product unless told otherwise: time stands still, so a program is soon too fast. */
  readonly limits?: Limits
  /** When it all begins, in milliseconds. */
  readonly start?: number
  readonly programmeFile?: string
  /** Whether what is measured can be read, at `metrics`. */
  readonly metrics?: boolean
  readonly backups?: Config['backups']
  /** None may act unless told otherwise. */
  readonly guests?: boolean
  /** None: no ballot can be secret. */
  readonly ballotSecrets?: readonly string[]
  /** Hears all that is logged, beside `logged`. */
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
    ...(options.backups && { backups: options.backups }),
    organisers: people.filter(({ role }) => role === 'organiser').map(({ objectId }) => objectId),
    playground: false,
    sample: false,
    logLevel: 'silent',
    teamsAppId: '69d16f06-3c32-4b78-82d2-56067ce9a62b',
    linkSecret: 'signs the links of these tests alone',
    ballotSecrets: options.ballotSecrets ?? ['wraps the ballots of these tests alone'],
    // Time stands still in these tests, and nobody waits for turns in it.
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
 * The whole product as it runs in production: the real bot SDK and the real web server, signed tokens, a Teams on
 * loopback. Only time stands still and ids are counted. `close` fails when the bot sent what Teams does not take.
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

  /** One life of the process. */
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
    /** Where what is measured can be read. */
    get metrics() {
      return `http://127.0.0.1:${life.metricsPort}/metrics`
    },
    clock,
    signIn,
    teams,
    /** What went wrong, as the log tells it. */
    logged,
    as: teams.as,
    api: (person: Person) => apiAs(life.origin, signIn, person),
    settle,
    /** Time goes by: what falls due meanwhile is sent. */
    async pass(ms: number): Promise<void> {
      clock.advance(ms)
      life.app.delivery.wake()
      await settle()
    },
    /**
     * The process ends, `ms` go by, and another begins on the same database: one that is a file, or a server's. It may
     * be given other secrets.
     */
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
