import { setTimeout } from 'node:timers/promises'
import { type Database, open } from '../src/db/index.ts'
import { initiativeStore } from '../src/features/initiatives/initiative/store.ts'
import { roundStore } from '../src/features/trials/look-ins/store.ts'
import { trialStore } from '../src/features/trials/trial/store.ts'
import { randomIds } from '../src/kernel/crypto/ids.ts'
import { DAY, MINUTE, systemClock } from '../src/kernel/time/clock.ts'
import { dateIn } from '../src/kernel/time/time-zone.ts'
import { startPostgres } from '../test/support/database/postgres.ts'
import { postgresFolder } from '../test/support/machine/machine.ts'
import { KINDS, prepare } from '../test/support/sending/load.ts'
import { idOf } from '../test/support/sending/recipients.ts'
import { FAIR, openSending, type Sending } from '../test/support/sending/sending.ts'
import type { Person } from '../test/support/sign-in/cast.ts'
import type { Benchmark, Options, Samples } from './benchmark.ts'
import { fillIdeas } from './corpus.ts'
import { withFolder } from './process.ts'

/** People who try one thing, all of whom answer within a minute. */
const TESTERS = 700
/** People who press in the same moment. */
const CROWD = 7
/** Every so many presses Teams repeats one. */
const REPEATED = 20

type Press = (person: Person, turn: number) => Promise<unknown>
type Asked = { readonly trial: string; readonly round: string }

const day = (apart: number) => dateIn(systemClock.now() + apart * DAY, 'Europe/Paris')

/** A trial that runs, which all of them try, and a round of one question that is open. */
async function ask(database: Database, people: readonly Person[]): Promise<Asked> {
  const [idea, trial, round] = [randomIds.next(), randomIds.next(), randomIds.next()]
  const now = systemClock.now()
  await fillIdeas(database, 1, false, () => ({ id: idea, state: 'initiative', created_at: now }))
  const text = { title: 'Une matinée', problem: '', story: '', inspiring: '', outcome: '' }
  const question = { id: randomIds.next(), kind: 'question', text: 'Cela aide-t-il ?', better: 'up' } as const
  const plan = { change: '', directions: ['lycees'], site: '', rhythm: 'weekly' } as const
  await database.transact(async tx => {
    await initiativeStore(tx).add({ ...text, id: idea, phase: 'test', resources: [], members: 0, at: now })
    await trialStore(tx).add({
      ...plan,
      id: trial,
      initiative: idea,
      number: 1,
      turn: 1,
      at: now,
      hypothesis: { ifWe: 'essayons', expected: 'nous verrons' },
      from: day(-7),
      until: day(30),
      measures: [question],
    })
    await roundStore(tx).add({
      id: round,
      trial,
      number: 1,
      opensAt: now,
      closesAt: now + DAY,
      closed: false,
    })
    const rows = people.map(person => ({ trial_id: trial, person_id: idOf(person), joined_at: now }))
    await open(tx).insertInto('trial_tester').values(rows).execute()
  })
  return { trial, round }
}

/** Milliseconds of each press, in order: in little crowds spread over a minute, whether or not those before are answered. */
async function pressAll(people: readonly Person[], press: Press): Promise<readonly number[]> {
  const took: number[] = []
  const from = Date.now()
  const timed = async (person: Person, turn: number) => {
    const begun = performance.now()
    await press(person, turn)
    took.push(performance.now() - begun)
  }
  const presses: Promise<void>[] = []
  for (const [turn, person] of people.entries()) {
    const crowd = Math.floor(turn / CROWD) * CROWD
    await setTimeout(Math.max(0, from + crowd * (MINUTE / people.length) - Date.now()))
    for (let times = turn % REPEATED === 0 ? 2 : 1; times > 0; times--) presses.push(timed(person, turn))
  }
  await Promise.all(presses)
  return took.toSorted((one, other) => one - other)
}

/** Answers that are counted, and people on the roll: as many as answered, however often Teams repeated. */
async function counted({ database }: Sending) {
  return database.read(async tx => {
    const rolled = await open(tx).selectFrom('trial_roll').select('person_id').execute()
    const tally = await open(tx).selectFrom('trial_tally').select('count').execute()
    return { roll: rolled.length, answers: tally.reduce((all, { count }) => all + count, 0) }
  })
}

async function measure(options: Parameters<typeof openSending>[0]): Promise<Samples> {
  const sending = await openSending({ ...options, weather: FAIR, built: true })
  const { people, organiser, database } = sending
  const sender = await sending.start()
  const line = sending.lineTo(sender.endpoint)
  const [voter = organiser] = people
  const ground = await prepare(line, { organiser, voter })
  const { trial, round } = await ask(database, people)
  await sending.finished()
  const vote: Press = (person, turn) => {
    const act = KINDS.vote?.(ground, person.name, turn)
    return act ? line.presses(person, act.verb, act.data) : Promise.resolve()
  }
  const answer: Press = (person, turn) =>
    line.presses(person, 'trials.answer', { trial, lookIn: round, step0: String(1 + (turn % 5)) })
  const votes = await pressAll(people, vote)
  const answers = await pressAll(people, answer)
  const { roll, answers: kept } = await counted(sending)
  await sender.stop()
  await sending.close()
  const at = (took: readonly number[], share: number) => took[Math.floor(took.length * share)] ?? Number.NaN
  const more = {
    pressed: answers.length,
    'on the roll': roll,
    counted: kept,
    'median ms': Math.round(at(answers, 0.5)),
    'median of a vote, ms': Math.round(at(votes, 0.5)),
  }
  return { values: [at(answers, 0.99)], baselines: [at(votes, 0.99)], more }
}

async function run({ recipients = TESTERS, postgres }: Options): Promise<Samples> {
  if (!postgres) return withFolder(folder => measure({ recipients, folder }))
  const bin = postgresFolder()
  if (bin === undefined) throw new Error('PostgreSQL is needed: npm test installs it')
  const { url, stop } = await startPostgres(bin)
  return withFolder(folder => measure({ recipients, folder, url })).finally(stop)
}

export const lookIns: Benchmark = {
  name: 'look-ins',
  about: `${TESTERS} people answer how a trial goes within a minute, each once: ms of a press at p99; the same people's votes on one open ballot`,
  unit: 'ms',
  long: true,
  aim: 300,
  built: true,
  named: true,
  run,
}
