import { fileURLToPath } from 'node:url'
import { createRender } from './cards/render.ts'
import type { Config } from './config/index.ts'
import { sentenceOf } from './conversation/refusals.ts'
import { createRouter } from './conversation/router.ts'
import { openDatabase } from './db/index.ts'
import { createDelivery } from './delivery/index.ts'
import { wireChannels } from './features/channels/wire.ts'
import { wireCommitments } from './features/commitments/wire.ts'
import { wireIdeas } from './features/ideas/wire.ts'
import { wirePeople } from './features/people/wire.ts'
import { loadProgramme, programmeStore, wireProgramme } from './features/programme/wire.ts'
import { wireWorkshops } from './features/workshops/wire.ts'
import type { Claims, Server } from './http/index.ts'
import { type Words, wordsIn } from './i18n/words.ts'
import { type Clock, systemClock } from './kernel/clock.ts'
import { type Ids, randomIds } from './kernel/ids.ts'
import { type Language, languageOf } from './kernel/language.ts'
import type { Logger } from './kernel/logger.ts'
import type { Refusal } from './kernel/refusal.ts'
import type { LocalSignIn, Teams, TeamsParts } from './teams/index.ts'

export type Overrides = {
  readonly clock?: Clock
  readonly ids?: Ids
  /** Stands where Teams would be; without it the bot SDK is loaded. */
  readonly teams?: Pick<Teams, 'post' | 'update' | 'channelsOf'> & Partial<Pick<Teams, 'mount'>>
  /** For tests: keys and tokens from loopback in place of Microsoft's. */
  readonly localSignIn?: LocalSignIn
}

export type App = Awaited<ReturnType<typeof compose>>

/** Loaded only when it is needed: the bot SDK is most of the start and of the memory. */
async function loadTeams(config: Config, parts: TeamsParts, local?: LocalSignIn): Promise<Teams> {
  const { createTeams } = await import('./teams/index.ts')
  const { bot, tenants } = config
  return createTeams({ ...(bot && { bot }), allowedTenants: tenants, ...(local && { local }) }, parts)
}

function sentencesIn(words: Words) {
  return { unknown: words.say('unknown'), fault: (ref: string) => words.say('error.fault', { ref }) }
}

/** Builds everything once. Nothing listens or sends before `delivery.start()` and the server's own start. */
export async function compose(config: Config, log: Logger, overrides: Overrides = {}) {
  const { clock = systemClock, ids = randomIds } = overrides
  const database = await openDatabase({ url: config.databaseUrl, clock, ids, log })
  await database.migrate()

  const file = config.programmeFile
  const programme = await loadProgramme({ ...database, store: programmeStore, clock, file })
  const words = (language: Language) => wordsIn(language, programme.zone)
  // The Playground always says en-US: there, the programme's language comes first.
  const firstLanguage = config.mode === 'demo' ? () => programme.language : languageOf
  const sentences = (locale: string) => sentencesIn(words(firstLanguage(locale)))
  const teams =
    overrides.teams ?? (await loadTeams(config, { log, clock, ids, sentences }, overrides.localSignIn))
  const wiring = { ...database, clock, ids, log, words, zone: programme.zone, home: programme.language }

  const programmeWire = wireProgramme(wiring, programme)
  const { directions } = programme
  const peopleWire = wirePeople(wiring, { directions, organisers: config.organisers, firstLanguage })
  const people = peopleWire.usecases
  const channelWire = wireChannels(wiring, { people, channelsOf: teams.channelsOf })
  const shared = { programme, people, channels: channelWire.usecases }
  const workshopWire = wireWorkshops(wiring, shared)
  const ideaWire = wireIdeas(wiring, shared)
  const commitmentWire = wireCommitments(wiring, { programme, ideas: ideaWire.usecases })
  const wires = [peopleWire, channelWire, workshopWire, ideaWire, commitmentWire]

  const handlers = wires.map(wire => wire.handlers)
  const router = createRouter({
    ...wiring,
    handlers,
    greet: incoming => people.greet(peopleWire.greetingOf(incoming)),
    ask: peopleWire.ask,
    render: createRender(),
    firstLanguage,
    tenants: config.tenants,
    organisation: programme.organisation,
    stands: async key => (await database.posts.find(key)) !== undefined,
    posted: (key, address, id) => database.posts.recordPost({ key, address, message_id: id }, clock.now()),
  })
  const delivery = createDelivery({ ...database, clock, log, expand: router.expand, ...teams })
  database.onFact(delivery.wake)
  const routes = [programmeWire, ...wires].flatMap(wire => wire.routes)
  return {
    config,
    log,
    clock,
    ids,
    database,
    programme,
    people,
    channels: channelWire.usecases,
    words,
    handlers,
    firstLanguage,
    router,
    delivery,
    routes,
    teams,
  }
}

export type Doors = {
  /** Where the keys of the tabs' tokens are, when they are not Entra's. */
  readonly keysUrl?: string
  readonly pages?: string
  /** Adds to the server before it listens. */
  readonly extend?: (server: Server) => void
}

function serverParts(
  { config, programme, people, words, firstLanguage, database, ...app }: App,
  doors: Doors,
) {
  const pages = doors.pages ?? fileURLToPath(new URL('../dist-tabs', import.meta.url))
  return {
    ...app,
    pages,
    demo: config.mode === 'demo',
    tokens: {
      audiences: config.tab.audiences,
      tenants: config.tenants,
      ...(doors.keysUrl !== undefined && { keysUrl: doors.keysUrl }),
    },
    greet: ({ locale, ...claims }: Claims) => people.greet({ ...claims, language: firstLanguage(locale) }),
    ready: database.isReady,
    words: {
      refusal: (refusal: Refusal, language: Language) => sentenceOf(refusal, words(language)),
      fault: (ref: string, language: Language) => words(language).say('error.fault', { ref }),
      firstLanguage: (locale: string) => (locale === '' ? programme.language : firstLanguage(locale)),
    },
  }
}

/** Opens the doors: the web server with the bot's own route on it, and delivery behind. */
export async function serve(app: App, doors: Doors = {}) {
  const { createServer } = await import('./http/index.ts')
  const server = createServer(serverParts(app, doors))
  app.teams.mount?.(server, app.router.receive)
  doors.extend?.(server)
  const port = await server.listen(app.config.port, app.config.host)
  app.delivery.start()
  /** Lets what runs end, then closes the database. */
  const stop = async () => {
    await server.close()
    await app.delivery.stop()
    await app.database.close()
  }
  return { port, stop }
}
