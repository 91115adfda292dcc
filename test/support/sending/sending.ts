import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Database, open, openDatabase } from '../../../src/db/index.ts'
import { MINUTE, systemClock } from '../../../src/kernel/time/clock.ts'
import { startStrictProcess } from '../connector/strict-process.ts'
import type { WeatherOptions } from '../connector/weather.ts'
import { freePort } from '../machine/port.ts'
import { MAELLE, manyPeople } from '../sign-in/cast.ts'
import { startSignIn } from '../sign-in/tokens.ts'
import { createLine, prepare } from './load.ts'
import { admit } from './recipients.ts'
import { startSender } from './sender.ts'
import { BOT, openAllWeek, settingsFor } from './settings.ts'
import { startTaps } from './taps.ts'
import { judge, statesIn } from './verdict.ts'

/** As a person far away might see Teams: nothing goes wrong, each call takes its time. */
export const FAIR: WeatherOptions = { seed: 1, share: 0, takes: [30, 250] }

export type SendingOptions = {
  readonly recipients: number
  readonly weather?: WeatherOptions
  /** A server's database; a SQLite file of its own unless told otherwise. */
  readonly url?: string
  readonly instances?: number
  readonly sendRate?: number
  readonly built?: boolean | string
  /** Whether it is measured, at a free port that nobody reads. */
  readonly measured?: boolean
  /** What Node itself reads of the environment: `heapLimit`, `inspectable`. */
  readonly node?: Readonly<Record<string, string>>
  /** Where its files go, on which disk: the system's own for temporary ones unless told otherwise. */
  readonly folder?: string
}

/** Between two looks at another process's database, in milliseconds. */
const LOOK = 50

/** Facts in hand, or due in so long: those that are tried again. */
const SOON = MINUTE
/** What comes round by the calendar names its own moment and nothing else: a run may begin just before half past five. */
const BY_CALENDAR = '{"at":%'

async function unfinished(database: Database): Promise<number> {
  const left = await database.read(tx =>
    open(tx)
      .selectFrom('fact')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('payload', 'not like', BY_CALENDAR)
      .where(({ and, eb, or }) =>
        or([
          eb('state', '=', 'taken'),
          and([eb('state', '=', 'ready'), eb('due_at', '<', systemClock.now() + SOON)]),
        ]),
      )
      .executeTakeFirstOrThrow(),
  )
  return Number(left.count)
}

export type Sending = Awaited<ReturnType<typeof openSending>>

/** The product's own processes before a strict Teams in another, with as many people as are to be told something. */
export async function openSending(options: SendingOptions) {
  const { recipients, weather = FAIR, instances = 1, sendRate, built, measured } = options
  const folder = mkdtempSync(join(options.folder ?? tmpdir(), 'faire-sending-'))
  const people = manyPeople(recipients)
  const signIn = await startSignIn({ appId: BOT.id })
  const tokens = Array.from({ length: instances }, (_, at) => `instance-${at}`)
  const teams = await startStrictProcess({ people: recipients, bearers: tokens, weather })
  const databaseUrl = options.url ?? `file:${join(folder, 'sending.sqlite')}`
  const programmeFile = openAllWeek(folder)
  const ports = await Promise.all(tokens.map(freePort))
  const where = { databaseUrl, programmeFile, ...(sendRate !== undefined && { sendRate }) }
  const settings = await Promise.all(
    ports.map(async port =>
      settingsFor({ ...where, ...(measured && { metricsPort: await freePort() }) }, port),
    ),
  )
  const database = await openDatabase({ url: databaseUrl })
  await database.migrate()
  await admit(database, people, teams.serviceUrl)
  const organiser = MAELLE

  function lineTo(endpoint: string) {
    const token = () => signIn.botToken({ serviceurl: teams.serviceUrl })
    return createLine(endpoint, teams.serviceUrl, { bot: BOT, token })
  }

  return {
    people,
    teams,
    database,
    settings,
    signIn,
    organiser,
    /** Starts the instance at that place. */
    start: (at = 0) =>
      startSender({
        signIn,
        token: tokens[at] ?? '',
        settings: { ...settings[at], ...options.node },
        ...(built !== undefined && { built }),
      }),
    /** Speaks to that instance as Teams does. */
    lineTo,
    /** People vote at that instance, so many times a second. */
    async taps(endpoint: string, perSecond: number) {
      const line = lineTo(endpoint)
      const [voter = organiser] = people
      return startTaps(line, await prepare(line, { organiser, voter }), people, perSecond)
    },
    /** Resolves once nothing is left to send. */
    async finished(): Promise<void> {
      while ((await unfinished(database)) > 0) await setTimeout(LOOK)
      await teams.calm()
    },
    verdict: async () => judge(people, await teams.record(), await statesIn(database)),
    async close(): Promise<void> {
      await database.close()
      await teams.stop()
      await signIn.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
