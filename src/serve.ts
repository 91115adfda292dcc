import { fileURLToPath } from 'node:url'
import type { App } from './compose.ts'
import { sentenceOf } from './conversation/replies/refusal-notices.ts'
import { type Claims, createServer, type Server } from './http/index.ts'
import type { Refusal } from './kernel/errors/refusal.ts'
import { tabLinks } from './kernel/requests/tab-link.ts'
import { thingOpener } from './kernel/requests/thing-link.ts'
import { type Language, languageOf } from './kernel/text/language.ts'
import { fingerprint } from './kernel/text/text.ts'
import { SECOND } from './kernel/time/clock.ts'
import { collectAtRest } from './operations/memory-at-rest.ts'

export { logDatabaseState } from './bootstrap.ts'
export { adviceOn } from './db/index.ts'
export { claimPorts } from './http/index.ts'

export type Doors = {
  /** JWKS of the tabs' tokens, when it is not Entra's. */
  readonly keysUrl?: string
  readonly pages?: string
  /** Adds routes to the server before it listens. */
  readonly extend?: (server: Server) => void
}

function serverParts(
  { config, programme, people, words, firstLanguage, database, ...app }: App,
  doors: Doors,
) {
  const untold = () =>
    app.log.warn({ claim: 'acct' }, 'tokens do not say who is a guest: ask Entra for the optional claim')
  const pages = doors.pages ?? fileURLToPath(new URL('../dist-tabs', import.meta.url))
  return {
    ...app,
    pages,
    demo: config.mode === 'demo',
    trustedProxies: config.trustedProxies,
    tokens: {
      audiences: config.tab.audiences,
      tenants: config.tenants,
      organisation: programme.organisation,
      ...(!config.guests && config.mode === 'production' && { untold }),
      ...(doors.keysUrl !== undefined && { keysUrl: doors.keysUrl }),
    },
    resolveActor: async ({ locale, ...claims }: Claims, as?: string, teams?: string) => {
      const heard = teams === undefined ? {} : { client: languageOf(teams) }
      const who = { ...claims, ...heard, language: firstLanguage(locale), ...(as !== undefined && { as }) }
      const actor = await people.greet(who)
      const account = fingerprint(claims.tenant, claims.objectId)
      return { ...actor, ...heard, entryPoint: 'tab', account } as const
    },
    opens: thingOpener(tabLinks(config)),
    healthIssue: database.healthIssue,
    degraded: app.degraded,
    subscribe: database.subscribe,
    words: {
      name: words(programme.language).say('app.name'),
      refusal: (refusal: Refusal, language: Language) => sentenceOf(refusal, words(language)),
      fault: (ref: string, language: Language) => words(language).say('error.fault', { ref }),
      outside: (language: Language) => words(language).say('error.outside'),
      unavailable: (language: Language) => words(language).say('error.unavailable'),
      firstLanguage: (locale: string) => (locale === '' ? programme.language : firstLanguage(locale)),
    },
  }
}

/** Starts the web server, with the bot's route on it, and delivery. */
export async function serve(app: App, doors: Doors = {}) {
  const server = createServer(serverParts(app, doors))
  app.teams.mount?.(server, app.router)
  doors.extend?.(server)
  const metrics = await app.metrics.listen()
  // Before the server listens, so that no request meets a half-started product; the ports were claimed before.
  await app.start()
  const port = await server.listen(app.config.port, app.config.host)
  const leaveMemory = collectAtRest()
  /** Graceful shutdown: waits for what runs, then closes the database. */
  const stop = async () => {
    // In parallel: each waits up to 3 s, for slow clients or for answers of Teams.
    app.assistant.stop()
    leaveMemory()
    await Promise.all([server.close(), app.delivery.stop()])
    app.clockWatch.stop()
    await metrics.close()
    await app.database.close()
  }
  return { port, metricsPort: metrics.port, stop }
}

/** Less than any platform waits between SIGTERM and SIGKILL (ms). */
const PATIENCE = 4.5 * SECOND

/** The first SIGTERM or SIGINT calls `stop` and exits with 0; a second one exits at once. */
export function endOnSignal(stop: () => Promise<void>): void {
  let ending = false
  const end = (code: number) => () => process.exit(code)
  const heard = () => {
    if (ending) return process.exit(1)
    ending = true
    // An unreachable database would block the shutdown. Nothing acknowledged is lost; the next sender recovers the
    // rest.
    setTimeout(end(1), PATIENCE).unref()
    stop().then(end(0), error => {
      process.stderr.write(`${error.stack}\n`)
      process.exit(1)
    })
  }
  process.on('SIGINT', heard).on('SIGTERM', heard)
}
