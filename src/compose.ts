import { type BootstrapOverrides, bootstrap } from './bootstrap.ts'
import { wireFeatures } from './composition/features.ts'
import { gatedHandlers, gatedRoute } from './composition/gate.ts'
import type { Config } from './config/index.ts'
import { sentencesIn } from './conversation/replies/plain-sentences.ts'
import { wireConversation } from './conversation/wire.ts'
import { createDelivery, notifyEach, watchClock } from './delivery/index.ts'
import type { Logger } from './kernel/monitoring/logger.ts'
import { systemClock } from './kernel/time/clock.ts'
import { watchDegraded } from './operations/degraded.ts'
import { watchDisk } from './operations/free-disk.ts'
import { wireNightly } from './operations/nightly.ts'
import type { LocalSignIn, Teams } from './teams/index.ts'
import { loadTeams } from './teams/load.ts'

export type AppOverrides = BootstrapOverrides & {
  /** Stands in for Teams; without it the bot SDK is loaded. */
  readonly teams?: Pick<Teams, 'post' | 'update' | 'channelsOf'> & Partial<Teams>
  /** For tests: keys and tokens from loopback in place of Microsoft's. */
  readonly localSignIn?: LocalSignIn
}

export type App = Awaited<ReturnType<typeof compose>>

/** Composition root: builds everything once. Nothing listens or sends before `start()` and the server's own start. */
export async function compose(config: Config, given: Logger, overrides: AppOverrides = {}) {
  const base = await bootstrap(config, given, overrides)
  const { clock, ids, watch, log, database, programme, followed, words, firstLanguage, limits } = base
  const { meter, trace } = watch
  const { queue, posts, lease, clockMark } = database
  const { databaseUrl, backups, tenants, rates } = config
  let replied = () => {}
  let waitTurn = async () => {}
  const sentences = (locale: string) => sentencesIn(words(firstLanguage(locale)))
  const sending = { sentences, countCall: () => replied(), waitTurn: () => waitTurn() }
  const teams =
    overrides.teams ??
    (await loadTeams(config, { meter, log, clock, ids, ...sending }, overrides.localSignIn))
  const features = wireFeatures(config, base, teams)
  const { wiring, people, channels, messages, thread } = features
  const { refused, operated, lastAt } = features.audit.usecases
  const nightly = wireNightly(wiring, { databaseUrl, backups, operated, lastAt, meter })
  const disk = watchDisk(config, { meter, log })
  const degraded = watchDegraded([nightly.degraded, disk.degraded, base.assistant.degraded], meter)
  const { checkOpen } = features
  const wires = [...features.wires, nightly].map(({ handlers, routes, ...wire }) => ({
    ...wire,
    handlers: gatedHandlers(handlers, checkOpen),
    routes: routes.map(route => gatedRoute(route, checkOpen)),
  }))
  const clockWatch = watchClock({
    clock,
    log,
    mark: clockMark,
    setRight: async () => {
      await schedules.begin()
      await queue.makeDue()
      delivery.wake()
    },
  })
  // A clock that is passed in is set at will by a test or the demo, so its jumps are no failure.
  const isReal = clock === systemClock
  const { handlers, router, schedules, facts } = wireConversation(wiring, {
    meter,
    trace,
    render: wiring.render,
    limits,
    firstLanguage,
    tenants,
    organisation: programme.organisation,
    origin: config.publicUrl,
    people: people.usecases,
    greetingOf: people.greetingOf,
    ask: people.ask,
    refused,
    posts,
    clockMark,
    wires,
    isSteady: async () => !isReal || clockWatch.look(),
  })
  const delivery = createDelivery({
    queue,
    posts,
    lease,
    rates,
    clock,
    log,
    meter,
    trace,
    alone: database.engine === 'sqlite',
    post: teams.post,
    update: teams.update,
    expand: facts.expand,
    asks: facts.asks,
    answered: notifyEach(...features.answered),
  })
  replied = delivery.countCall
  waitTurn = delivery.waitTurn
  database.onFact(delivery.wake)
  return {
    config,
    clock,
    ids,
    log,
    meter,
    trace,
    database,
    words,
    firstLanguage,
    limits,
    teams,
    metrics: base.metrics,
    assistant: base.assistant,
    migrated: base.migrated,
    programme,
    people: people.usecases,
    channels,
    messages,
    thread,
    handlers,
    router,
    delivery,
    clockWatch,
    nightly,
    degraded,
    refused,
    /** Enqueues the next runs of the schedules, then starts delivery. */
    start: async () => {
      if (isReal) await clockWatch.start()
      await Promise.all([schedules.begin(), features.resume()])
      // A rule that runs at another time waits for its new run at once.
      followed.onChange(
        () => void schedules.begin().catch(err => log.error({ err }, 'rules keep their hours')),
      )
      delivery.start()
    },
    routes: [features.audit, ...wires].flatMap(wire => wire.routes),
    files: features.files,
    screens: features.screens,
    holdsRemote: features.holdsRemote,
    leadsTo: features.leadsTo,
  }
}
