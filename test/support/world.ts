import { compose } from '../../src/compose.ts'
import type { Config } from '../../src/config/index.ts'
import type { Ids } from '../../src/kernel/ids.ts'
import { type Logger, silentLogger } from '../../src/kernel/logger.ts'
import { serve } from '../../src/serve.ts'
import { apiAs } from './api.ts'
import { CAST, type Person, TENANT } from './cast.ts'
import { fixedClock } from './clock.ts'
import { sequentialIds } from './ids.ts'
import { startTeams, type TeamsOptions } from './teams/index.ts'
import { startSignIn } from './tokens.ts'

const BOT = { id: 'bbbbbbbb-0000-4000-8000-00000000000b', name: 'Faire Administration' }

type Options = Pick<TeamsOptions, 'people' | 'channels'> & {
  /** `file::memory:` unless told otherwise. */
  readonly url?: string
  /** Holds the bot to Teams' documented rates, on the world's clock. */
  readonly rates?: boolean
  readonly pages?: string
  /** Counted unless told otherwise; a database that is opened again needs others. */
  readonly ids?: Ids
}

export type Logged = { readonly level: 'warn' | 'error'; readonly message: string; readonly fields: object }

function configOf(url: string, people: readonly Person[]): Config {
  return {
    mode: 'production',
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'https://faire.example',
    bot: { type: 'SingleTenant', id: BOT.id, tenant: TENANT, password: 'never sent anywhere' },
    tab: { audiences: [BOT.id] },
    tenants: [TENANT],
    databaseUrl: url,
    programmeFile: 'programmes/occitanie.yaml',
    organisers: people.filter(({ role }) => role === 'organiser').map(({ objectId }) => objectId),
    playground: false,
    sample: false,
    logLevel: 'silent',
    teamsAppId: '69d16f06-3c32-4b78-82d2-56067ce9a62b',
    linkSecret: 'signs the links of these tests alone',
  }
}

function keepLog(logged: Logged[]): Logger {
  const keep = (level: Logged['level']) => (fields: object, message: string) =>
    void logged.push({ level, fields, message })
  return { ...silentLogger, warn: keep('warn'), error: keep('error') }
}

export type World = Awaited<ReturnType<typeof openWorld>>

/**
 * The whole product as it runs in production: the real bot SDK and the real web server, signed tokens, a Teams on
 * loopback. Only time stands still and ids are counted. `close` fails when the bot sent what Teams does not take.
 */
export async function openWorld({ url = 'file::memory:', people = CAST, ...options }: Options = {}) {
  const clock = fixedClock()
  const logged: Logged[] = []
  const signIn = await startSignIn({ appId: BOT.id, now: clock.now })
  const { channels, rates, pages, ids = sequentialIds() } = options
  const teams = await startTeams({
    bot: BOT,
    people,
    bearer: signIn.connectorToken,
    ...(channels && { channels }),
    ...(rates && { rates: clock }),
  })
  const overrides = { clock, ids, localSignIn: signIn.local }
  const app = await compose(configOf(url, people), keepLog(logged), overrides)
  const { port, stop } = await serve(app, { keysUrl: signIn.keysUrl, ...(pages !== undefined && { pages }) })
  const origin = `http://127.0.0.1:${port}`
  teams.connect(`${origin}/api/messages`, ({ serviceUrl }) => signIn.botToken({ serviceurl: serviceUrl }))

  /** Resolves once all that is due now has been sent. */
  const settle = () => app.delivery.idle()
  return {
    app,
    origin,
    clock,
    signIn,
    teams,
    /** What went wrong, as the log tells it. */
    logged,
    as: teams.as,
    api: (person: Person) => apiAs(origin, signIn, person),
    settle,
    /** Time goes by: what falls due meanwhile is sent. */
    async pass(ms: number): Promise<void> {
      clock.advance(ms)
      app.delivery.wake()
      await settle()
    },
    async close(): Promise<void> {
      await stop()
      await signIn.close()
      await teams.close()
    },
  }
}
