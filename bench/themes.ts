import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { type Database, open } from '../src/db/index.ts'
import { placementStore } from '../src/features/themes/placement-store.ts'
import { placeOf, soughtOf } from '../src/features/themes/placing.ts'
import { runStore } from '../src/features/themes/run-store.ts'
import { startPostgres } from '../test/support/database/postgres.ts'
import { MICRO_IDEAS } from '../test/support/features/micro-ideas.ts'
import { postgresFolder } from '../test/support/machine/machine.ts'
import { callerOf } from '../test/support/product/routes.ts'
import { setStage } from '../test/support/product/stage.ts'
import { programme } from '../test/support/programme/programme.ts'
import { startBroadcast } from '../test/support/sending/broadcast.ts'
import { FAIR, openSending, type Sending } from '../test/support/sending/sending.ts'
import { rateOf } from '../test/support/sending/verdict.ts'
import { apiAs } from '../test/support/sign-in/api.ts'
import { type Benchmark, inTurn, type Options, type Samples } from './benchmark.ts'
import { fillIdeas } from './corpus.ts'
import { withFolder } from './process.ts'

const IDEAS = 10_000
const AXIS = 'equipe'
const RUNS = 5
/** Rows of one statement: both engines take five parameters of each. */
const ROWS = 5_000
/** Messages a second: the default of `SEND_RATE`. */
const RATE = 37
const RECIPIENTS = 400
const SENDINGS = 3
/** Between two looks at another process's database, in milliseconds. */
const LOOK = 100

const textAt = (at: number) => `${MICRO_IDEAS[at % MICRO_IDEAS.length]?.[1]} (${at})`
const fill = (database: Database) =>
  fillIdeas(database, IDEAS, false, at => ({ axis: AXIS, text: textAt(at) }))
const forget = (database: Database) =>
  database.transact(tx =>
    open(tx)
      .deleteFrom('idea_theme')
      .execute()
      .then(() => {}),
  )

/** Seconds by the clock, and the longest time during which nothing else could run, in milliseconds. */
async function timed(
  work: () => Promise<void>,
): Promise<{ readonly seconds: number; readonly pause: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const from = performance.now()
  await work()
  const seconds = (performance.now() - from) / 1_000
  // What held it up is counted once it turns again.
  await setTimeout(LOOK)
  delay.disable()
  return { seconds, pause: delay.max / 1e6 }
}

/** All of it read, placed and written in one transaction. */
async function atOnce(database: Database): Promise<void> {
  const sought = programme.themes.filter(({ axis }) => axis === AXIS).map(soughtOf)
  await database.transact(async tx => {
    const store = placementStore(tx)
    const ideas = await store.batch(AXIS, IDEAS, { at: 0, id: '' })
    const placed = ideas.map(({ id, at, text }) => ({ id, at, theme: placeOf(sought, text) }))
    for (let from = 0; from < placed.length; from += ROWS)
      await store.putByWords(placed.slice(from, from + ROWS))
  })
}

async function placeOn(url: string): Promise<Samples> {
  const stage = await setStage({ url, organisers: ['lab'] })
  const { database, people, routes } = stage.app
  await fill(database)
  const lab = await people.greet({ objectId: 'lab', name: 'Lab', tenant: 't', language: 'fr' })
  const call = callerOf(routes, lab)
  const pauses: Record<'ours' | 'baseline', number[]> = { ours: [], baseline: [] }
  const measure = async (whose: keyof typeof pauses, work: () => Promise<void>) => {
    await forget(database)
    const { seconds, pause } = await timed(work)
    pauses[whose].push(pause)
    return seconds
  }
  const run = async () => {
    await call('post', '/themes/run', { body: { axis: AXIS } })
    await stage.settle()
  }
  const samples = await inTurn(
    RUNS,
    () => measure('ours', run),
    () => measure('baseline', () => atOnce(database)),
  )
  const last = await database.read(tx => runStore(tx).find(AXIS))
  await stage.close()
  const longest = (all: readonly number[]) => Math.round(Math.max(...all))
  const more = {
    ideas: last?.ideas ?? 0,
    'longest pause ms': longest(pauses.ours),
    'longest pause of the baseline ms': longest(pauses.baseline),
  }
  return { ...samples, more }
}

async function onPostgres(): Promise<Samples> {
  const bin = postgresFolder()
  if (bin === undefined) throw new Error('PostgreSQL is needed: npm test installs it')
  const { url, stop } = await startPostgres(bin)
  return placeOn(url).finally(stop)
}

type Api = ReturnType<typeof apiAs>

/** Has one run follow the other until `isOver`. @returns how many ideas they read */
async function keepPlacing(sending: Sending, api: Api, isOver: () => boolean): Promise<number> {
  let ended = 0
  const now = () => sending.database.read(tx => runStore(tx).find(AXIS))
  await api.post('/themes/run', { axis: AXIS })
  while (!isOver()) {
    if ((await now())?.state === 'done') {
      ended += 1
      await api.post('/themes/run', { axis: AXIS })
    }
    await setTimeout(LOOK)
  }
  await api.post('/themes/stop', { axis: AXIS })
  return ended * IDEAS + ((await now())?.ideas ?? 0)
}

async function allTold({ teams, people }: Sending): Promise<void> {
  const told = async () =>
    (await teams.record()).entries.filter(
      ({ kind, conversation, takenAt }) => kind === 'post' && conversation.startsWith('a:') && takenAt,
    ).length
  while ((await told()) < people.length) await setTimeout(10 * LOOK)
}

/** @returns messages a second, and how many ideas were read meanwhile */
async function send(recipients: number, folder: string, placing: boolean) {
  const sending = await openSending({ recipients, weather: FAIR, folder, sendRate: RATE, built: true })
  await fill(sending.database)
  const sender = await sending.start()
  const api = apiAs(sender.origin, sending.signIn, sending.organiser)
  await startBroadcast(sender.origin, sending.signIn, sending.organiser)
  let told = false
  const [read] = await Promise.all([
    placing ? keepPlacing(sending, api, () => told) : 0,
    allTold(sending).then(() => {
      told = true
    }),
  ])
  await sending.finished()
  await sender.stop()
  const rate = rateOf(await sending.teams.record(), recipients)
  await sending.close()
  return { rate, read }
}

export const themes: readonly Benchmark[] = [
  {
    name: 'themes',
    about: `${IDEAS} ideas put under themes by their words, by a run; all of them in one transaction`,
    unit: 's',
    aim: 5,
    named: true,
    run: ({ postgres }: Options) =>
      postgres ? onPostgres() : withFolder(folder => placeOn(`file:${folder}/themes.sqlite`)),
  },
  {
    name: 'themes-sending',
    under: 'themes',
    about: `people told at ${RATE} a second while one run over ${IDEAS} ideas follows the other; without one`,
    unit: 'messages/s',
    aim: 0.95 * RATE,
    built: true,
    named: true,
    run: ({ recipients = RECIPIENTS }: Options) =>
      withFolder(async folder => {
        let ideas = 0
        const samples = await inTurn(
          SENDINGS,
          async () => {
            const { rate, read } = await send(recipients, folder, true)
            ideas += read
            return rate
          },
          async () => (await send(recipients, folder, false)).rate,
        )
        return {
          ...samples,
          more: { recipients, 'ideas put meanwhile, in one sending': Math.round(ideas / SENDINGS) },
        }
      }),
  },
]
