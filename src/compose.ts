import { type BootstrapOverrides, bootstrap } from './bootstrap.ts'
import { createRender } from './cards/render.ts'
import { METHOD_RULES as rules } from './composition/method-rules.ts'
import type { Config } from './config/index.ts'
import { sentencesIn } from './conversation/replies/plain-sentences.ts'
import { wireConversation } from './conversation/wire.ts'
import { offered } from './conversation/wiring.ts'
import { createDelivery, tellEach, watchClock } from './delivery/index.ts'
import { wireAttendance } from './features/attendance/wire.ts'
import { wireAudit } from './features/audit/wire.ts'
import { wireBallots } from './features/ballots/wire.ts'
import { wireBroadcasts } from './features/broadcasts/wire.ts'
import { wireChannels } from './features/channels/wire.ts'
import { wireCommitments } from './features/commitments/wire.ts'
import { wireExports } from './features/exports/wire.ts'
import { wireFeedback } from './features/feedback/wire.ts'
import { wireFigures } from './features/figures/wire.ts'
import { wireIdeas } from './features/ideas/wire.ts'
import { wireInitiatives } from './features/initiatives/wire.ts'
import { wireMessages } from './features/messages/wire.ts'
import { wireNudges } from './features/nudges/wire.ts'
import { wirePeople } from './features/people/wire.ts'
import { wireProgramme } from './features/programme/wire.ts'
import { wireRights } from './features/rights/wire.ts'
import { wireThread } from './features/thread/wire.ts'
import { type Marks, wireWorkshops } from './features/workshops/wire.ts'
import type { Logger } from './kernel/monitoring/logger.ts'
import type { Measure } from './kernel/personal-data/measure.ts'
import { tabLinks } from './kernel/requests/tab-link.ts'
import { systemClock } from './kernel/time/clock.ts'
import { watchDegraded } from './operations/degraded.ts'
import { watchDisk } from './operations/free-disk.ts'
import { wireNightly } from './operations/nightly.ts'
import type { LocalSignIn, Teams } from './teams/index.ts'
import { loadTeams } from './teams/load.ts'

export type AppOverrides = BootstrapOverrides & {
  /** Stands where Teams would be; without it the bot SDK is loaded. */
  readonly teams?: Pick<Teams, 'post' | 'update' | 'channelsOf'> & Partial<Teams>
  /** For tests: keys and tokens from loopback in place of Microsoft's. */
  readonly localSignIn?: LocalSignIn
}

export type App = Awaited<ReturnType<typeof compose>>

/** Builds everything once. Nothing listens or sends before `start()` and the server's own start. */
export async function compose(config: Config, given: Logger, overrides: AppOverrides = {}) {
  const base = await bootstrap(config, given, overrides)
  const { clock, ids, watch, log, database, programme, words, firstLanguage, limits } = base
  let replied = () => {}
  let turn = async () => {}
  const sentences = (locale: string) => sentencesIn(words(firstLanguage(locale)))
  const parts = { ...watch, log, clock, ids, sentences, asked: () => replied(), turn: () => turn() }
  const teams = overrides.teams ?? (await loadTeams(config, parts, overrides.localSignIn))
  const { zone, language: home } = programme
  const auditWire = wireAudit({ ...database, clock, ids, zone, words })
  const { record: audit, refused, seated } = auditWire.usecases
  const tabLink = tabLinks(config)
  const render = createRender(programme.words, tabLink)
  const edges = { ...database, clock, ids, log, words, render, zone, home, limits }
  const wiring = { ...edges, audit, seated, tabLink }
  const programmeWire = wireProgramme(wiring, { programme, rules })
  const peopleWire = wirePeople(wiring, { ...config, ...programme, ...teams, firstLanguage })
  const people = peopleWire.usecases
  const channelWire = wireChannels(wiring, { programme, people, ...teams, ...database.posts })
  const messageWire = wireMessages(wiring, { programme, people })
  const { usecases: messages, preferences, batches } = messageWire
  const thread = wireThread(wiring, people).usecases
  const shared = { programme, people, channels: channelWire.usecases, messages, thread }
  const links = { origin: config.publicUrl, secret: config.linkSecret }
  const marks = (): Marks => ({ ...attendanceWire.usecases, ...ideaWire.usecases })
  const workshopWire = wireWorkshops(wiring, { ...shared, links, marks })
  const { usecases: workshops } = workshopWire
  const attendanceWire = wireAttendance(wiring, { programme, people, workshops, limits, ...links })
  const { presentIn } = attendanceWire.usecases
  const feedback = wireFeedback(wiring, { messages, workshops, presentIn, scrub: database.scrub })
  const ideaWire = wireIdeas(wiring, { ...shared, ...attendanceWire.usecases, workshops })
  const subjects = { ...shared, workshops, ideas: ideaWire.usecases }
  const ballotWire = wireBallots(wiring, { ...config, ...database, ...subjects })
  const commitmentWire = wireCommitments(wiring, subjects)
  const counted = [peopleWire, channelWire, messageWire, workshopWire, ideaWire, ballotWire, commitmentWire]
  const acts = { ballots: ballotWire.usecases, commitments: commitmentWire.usecases, preferences }
  const initiatives = wireInitiatives(wiring, { ...subjects, ...acts })
  const broadcastWire = wireBroadcasts(wiring, { ...subjects, ...acts, batches, rates: config.rates })
  const nudgeWire = wireNudges(wiring, { ...subjects, ...acts })
  const things = { ...config, ...subjects, ...acts, initiatives: initiatives.usecases }
  const figures = wireFigures(wiring, { ...things, measures: offered<Measure>(counted, 'measures') })
  const held = { ...database, ...ideaWire, ...workshopWire, ...ballotWire, figures: figures.usecases }
  const exportWire = wireExports(wiring, { ...things, ...held })
  const rights = wireRights(wiring, { ...database, ...peopleWire, ...nudgeWire, ...things })
  const nightly = wireNightly(wiring, { ...config, ...watch, ...auditWire.usecases })
  const disk = watchDisk(config, { ...watch, log })
  const degraded = watchDegraded([nightly.degraded, disk.degraded], watch.meter)
  const last = [programmeWire, broadcastWire, nudgeWire, figures, exportWire, rights, nightly]
  const wires = [...counted, attendanceWire, feedback, initiatives, ...last]
  const who = { ...config, ...programme, ...peopleWire, people, refused, firstLanguage }
  const clockWatch = watchClock({
    clock,
    log,
    mark: database.clockMark,
    setRight: async () => {
      await schedules.begin()
      await database.queue.hasten()
      delivery.wake()
    },
  })
  // One that is passed in is a test's or the demo's, which is set as they please.
  const isReal = clock === systemClock
  const isSteady = async () => !isReal || clockWatch.look()
  const talking = { ...watch, ...database, ...who, render, limits, wires, isSteady }
  const { handlers, router, schedules, facts } = wireConversation(wiring, talking)
  const answered = tellEach(channelWire.usecases.answered, broadcastWire.answered)
  const sending = { rates: config.rates, alone: database.engine === 'sqlite' }
  const edge = { ...watch, ...database, ...teams, clock, log }
  const delivery = createDelivery({ ...edge, ...facts, ...sending, answered })
  replied = delivery.replied
  turn = delivery.turn
  database.onFact(delivery.wake)
  return {
    config,
    clockWatch,
    metrics: base.metrics,
    migrated: base.migrated,
    ...watch,
    log,
    clock,
    ids,
    database,
    ...shared,
    words,
    handlers,
    firstLanguage,
    router,
    delivery,
    /** Sets what comes round by the clock going, then delivery. */
    start: async () => {
      if (isReal) await clockWatch.start()
      await Promise.all([schedules.begin(), messageWire.ready(), ballotWire.resume(), ideaWire.resume()])
      delivery.start()
    },
    routes: [auditWire, ...wires].flatMap(wire => wire.routes),
    refused,
    limits,
    files: [...workshopWire.files, ...exportWire.files],
    nightly,
    degraded,
    teams,
  }
}
