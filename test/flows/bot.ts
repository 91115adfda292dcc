/**
 * The real product before a strict Teams: composed, served on a free port, the bot SDK in between, and tokens signed
 * both ways. Nothing is delivered before a test says so, unless it asks for delivery to run as it does in production.
 */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose } from '../../src/compose.ts'
import type { Config } from '../../src/config/index.ts'
import { HOUR, SECOND } from '../../src/kernel/clock.ts'
import { type Logger, silentLogger } from '../../src/kernel/logger.ts'
import { serve } from '../../src/serve.ts'
import type { Engine } from '../db/engines.ts'
import { MAELLE, type Person, TENANT } from '../support/cast.ts'
import { fixedClock } from '../support/clock.ts'
import { type Activity, startTeams, type TeamsOptions } from '../support/teams/index.ts'
import { startSignIn } from '../support/tokens.ts'

export const APP_ID = 'bbbbbbbb-0000-4000-8000-00000000000b'
const BOT = { id: APP_ID, name: 'Faire Administration' }

export type Bot = Awaited<ReturnType<typeof startBot>>

type Options = Pick<TeamsOptions, 'people' | 'channels'> & {
  /** Facts are delivered as they are noted, on the true clock, as in production. */
  readonly running?: boolean
  readonly log?: Logger
}

function configOf(databaseUrl: string): Config {
  return {
    mode: 'production',
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'https://bot.example',
    bot: { type: 'SingleTenant', id: APP_ID, tenant: TENANT, password: 'unused' },
    tab: { audiences: [APP_ID] },
    tenants: [TENANT],
    databaseUrl,
    programmeFile: 'programmes/occitanie.yaml',
    organisers: [MAELLE.objectId],
    playground: false,
    logLevel: 'info',
    teamsAppId: APP_ID,
  }
}

/** A database that outlives its connection: a file on SQLite. */
export async function createDatabase(engine: Engine): Promise<{ url: string; drop: () => Promise<void> }> {
  if (engine.name !== 'sqlite') return engine.create()
  const folder = mkdtempSync(join(tmpdir(), 'faire-flows-'))
  return {
    url: `file:${join(folder, 'programme.sqlite')}`,
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Who is calling, for the tabs' API: `get` and the like answer status and body. */
function apiAt(origin: string, tokenFor: (person: Person) => Promise<string>) {
  return (person: Person) => {
    const call = async (method: string, path: string, body?: unknown) => {
      const response = await fetch(`${origin}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${await tokenFor(person)}`,
          'accept-language': person.locale,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      return { status: response.status, body: (await response.json()) as Record<string, unknown> }
    }
    return {
      get: (path: string) => call('GET', path),
      put: (path: string, body: unknown) => call('PUT', path, body),
      post: (path: string, body: unknown) => call('POST', path, body),
    }
  }
}

/** Starts it on the database at `url`; Maëlle organises. `stop` fails when Teams was sent what it does not take. */
export async function startBot(url: string, { running = false, log = silentLogger, ...cast }: Options = {}) {
  const clock = fixedClock()
  const signIn = await startSignIn({ appId: APP_ID })
  const teams = await startTeams({
    ...cast,
    bot: BOT,
    bearer: signIn.connectorToken,
    ...(!running && { rates: clock }),
  })
  const app = await compose(configOf(url), log, { ...(!running && { clock }), localSignIn: signIn.local })
  const { port, stop } = await serve(app, { keysUrl: signIn.keysUrl })
  const origin = `http://127.0.0.1:${port}`
  const sign = ({ serviceUrl }: Activity) => signIn.botToken({ serviceurl: serviceUrl })
  teams.connect(`${origin}/api/messages`, sign)
  if (!running) await app.delivery.stop()

  const tokenFor = (person: Person) => {
    const at = Math.floor(app.clock.now() / SECOND)
    return signIn.tabToken(person, { iat: at, nbf: at, exp: at + HOUR / SECOND })
  }

  /** Delivers what is due by now, and nothing after. */
  async function settle(): Promise<void> {
    app.delivery.start()
    await app.delivery.idle()
    if (!running) await app.delivery.stop()
  }

  return {
    app,
    teams,
    clock,
    origin,
    sign,
    settle,
    api: apiAt(origin, tokenFor),
    /** One person's next gesture, a second after the last. */
    as: (person: Person) => {
      clock.advance(SECOND)
      const gestures = teams.as(person)
      const presses: typeof gestures.presses = async (place, wanted, filled, options) => {
        const before = teams.calls.length
        const seen = await gestures.presses(place, wanted, filled, options)
        const silent = running || options?.by === 'submit'
        // A card that is edited while its press is answered takes the answer from the one who pressed.
        if (!silent) assert.equal(teams.calls.length, before, 'a press was answered with a call to Teams')
        return seen
      }
      return { ...gestures, presses }
    },
    /** Lets time pass, then delivers what has fallen due. */
    later: async (ms: number) => {
      clock.advance(ms)
      await settle()
    },
    /** Makes people known with the role and the Direction they have in the cast. */
    seat: async (people: readonly Person[]) => {
      for (const { tenant, objectId, name, role, direction } of people) {
        const actor = await app.people.greet({ tenant, objectId, name, language: 'fr' })
        if (role !== actor.role) await app.people.assignRole(actor.id, role)
        if (direction !== undefined) await app.people.chooseDirection(actor, direction)
      }
    },
    stop: async () => {
      await stop()
      await signIn.close()
      await teams.close()
    },
  }
}

/** A bot for each test, on a database of its own. */
export function freshBot(engine: Engine, options: Options = {}) {
  const standing = {} as { bot: Bot; url: string }
  let drop = async () => {}
  beforeEach(async () => {
    const made = await createDatabase(engine)
    drop = made.drop
    standing.url = made.url
    standing.bot = await startBot(made.url, options)
  })
  afterEach(async () => {
    await standing.bot.stop().finally(drop)
  })
  return standing
}
