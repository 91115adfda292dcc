// Plays a programme against whoever wants to know who did what, or who wrote what, and prints how well they guess.

import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { playJoining } from './joining.ts'
import { ATTACKERS } from './known.ts'
import { playStaying, playWithdrawing } from './leaving.ts'
import { type LookInLine, playLookIns, playSeries } from './look-ins.ts'
import { errorLines, lookInErrors, lookInLines } from './look-ins-worth.ts'
import { guessMovingBefore, playMoving } from './moving.ts'
import { AIM, orderLines, playOrder, pointsOf } from './order.ts'
import { type Played, playAttack } from './play.ts'
import {
  beyond,
  type FailureRow,
  failureRow,
  jsonOf,
  METHODS,
  type Method,
  movingRow,
  type Row,
  rowsOf,
  tablesOf,
} from './report.ts'
import { gains, linesOf, talliesOf } from './trial.ts'
import { QUIET, usualIn } from './world.ts'

/** Points over a coin that six rounds may give about who answers the same each time. */
const MOST_OF_SERIES = 10

const HELP = `npm run attack [-- --only figures|ideas|order|look-ins] [--json] [--seeds N] [--method before|after] [--days N --seed N] [--guesses N]

figures: 6,700 people live a quarter, in forty Directions of 5 to 1,869 where one in five does something unseen (« quiet »), and
in those of programmes/occitanie.yaml where two in five do (« usual »). Somebody with a manager's rights reads every figure and
guesses who did what, by the rule itself: with the application alone (app), who knows what nine in ten did (nine), what all others
of a Direction did (all), what everybody else did (everybody); and thirty who change Directions together (moving). Then how
far the figures are from the truth. --seeds: how many quarters of each, 1 if not said. --method: one alone; « before » is the
rule of the version before, by arithmetic on the same people. --json: a line for each gain and each error. Ends with 1 when
one surely gains more than may be: app and moving 2 points over a coin, nine 8.

ideas: who wrote an idea that shows no name. An organiser, and a colleague with her, join it with the named idea of each of
eight suspects; she reads all ideas before and after one of eight is erased, and every hour for a month after all eight had
theirs withdrawn. --guesses: about how many of each. Ends with 1 when one is surely right more than by chance.

order: who of nine supported an initiative, read off the order across Directions before and after one of them acted, by who knows
all that everybody else did. --guesses: about how many of each order. Ends with 1 when the gain is surely more than ${AIM} points.

look-ins: who answered, and who answered low, of those who try something, by who reads what is shown of one round; beside a mean
that is only rounded, from five of nine. Then of six rounds, about somebody who answers the same each time (steady), or now and then
the step beside (slow), by the carrier and by who has four accomplices; beside noise of each round alone, as wide as now and six times
as wide. Ends with 1 when who knows four others is certain of anything, or surely gains more than ${MOST_OF_SERIES} points by six rounds.
--guesses: about how many, three times as many of six rounds.
`
const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const
const { values } = parseArgs({
  options: {
    only: text,
    days: text,
    seed: text,
    seeds: text,
    method: text,
    guesses: text,
    json: flag,
    help: flag,
  },
})

const GROUP = 8
const seed = Number(values.seed ?? 1)
const days = Number(values.days ?? 91)
const seeds = Array.from({ length: Number(values.seeds ?? 1) }, (_, round) => seed + round)
const print = (line: string) => void process.stdout.write(`${line}\n`)
const secondsSince = (begun: number) => (performance.now() - begun) / 1_000

async function movers(method: Method): Promise<Row> {
  if (method === 'before')
    return movingRow(
      method,
      seeds.flatMap(each => guessMovingBefore(each)),
    )
  const guesses = []
  for (const each of seeds) guesses.push(...(await playMoving({ days, seed: each })).guesses)
  return movingRow(method, guesses)
}

async function figures(): Promise<boolean> {
  const begun = performance.now()
  const methods = METHODS.filter(method => values.method === undefined || method === values.method)
  const rows: Row[] = []
  const failures: FailureRow[] = []
  for (const population of [QUIET, usualIn(await readFile('programmes/occitanie.yaml', 'utf8'))]) {
    const rounds: Played[] = []
    for (const each of seeds) rounds.push(await playAttack({ population, days, seed: each }))
    for (const method of methods) {
      rows.push(...rowsOf(method, rounds, ATTACKERS))
      failures.push(failureRow(method, rounds))
    }
  }
  for (const method of methods) rows.push(await movers(method))
  const lines = values.json ? jsonOf(rows, failures) : tablesOf(rows, failures)
  for (const line of lines) print(line)
  if (!values.json)
    print(`Played and guessed in ${Math.round(secondsSince(begun))} s, seeds ${seeds.join(', ')}.`)
  return rows.some(beyond)
}

async function ideas(): Promise<boolean> {
  const begun = performance.now()
  const guesses = Number(values.guesses ?? 200)
  const size = { suspects: Math.ceil(guesses / GROUP) * GROUP, group: GROUP, seed }
  print(`Who wrote an idea that shows no name, among ${GROUP} suspects; who …`)
  const trials = await playJoining({ suspects: GROUP, rounds: guesses, seed })
  const all = [...trials, ...(await playStaying(size)), ...(await playWithdrawing(size))]
  const tallies = talliesOf(all)
  for (const line of linesOf(tallies)) print(line)
  print(`Played and guessed in ${Math.round(secondsSince(begun))} s, seed ${seed}.`)
  return tallies.some(gains)
}

const NINE = 9
async function order(): Promise<boolean> {
  const begun = performance.now()
  const initiatives = Math.ceil(Number(values.guesses ?? 2_700) / NINE)
  const played = await playOrder({ initiatives, seed })
  print(`Points above a coin: who of nine supported one of ${initiatives} initiatives, by the order`)
  for (const line of orderLines(played)) print(line)
  print(`Played and guessed in ${Math.round(secondsSince(begun))} s, seed ${seed}.`)
  return pointsOf(played.seen.steps).from > AIM
}

const PACES = ['steady', 'slow'] as const
const beyondSeries = ({ rule, asked, points, give }: LookInLine) =>
  rule === 'now' && asked === 'said' && points - give > MOST_OF_SERIES

async function lookIns(): Promise<boolean> {
  const begun = performance.now()
  const trials = Number(values.guesses ?? 800)
  const lines = playLookIns({ sizes: [9, 13, 20, 40], trials, rounds: 1 }, seed)
  const series = PACES.map(pace => ({ pace, lines: playSeries(3 * trials, pace, {}, seed) }))
  print(`Points above a coin: whether one person answered, and whether they said 1 or 2 and not 4 or 5`)
  for (const line of lookInLines(lines)) print(line)
  for (const { pace, lines: six } of series) {
    print(`Six rounds, ${pace}`)
    for (const line of lookInLines(six)) print(line)
  }
  for (const line of errorLines(lookInErrors(4_000, seed))) print(line)
  print(`Played and guessed in ${Math.round(secondsSince(begun))} s, seed ${seed}.`)
  const certain = lines.some(line => line.rule === 'now' && line.looker !== 'all' && line.certain > 0)
  return certain || series.some(({ lines: six }) => six.some(beyondSeries))
}

const PARTS = { figures, ideas, order, 'look-ins': lookIns }

if (values.help) process.stdout.write(HELP)
else {
  // Lines that a machine reads are those of the figures alone.
  const only = values.only ?? (values.json ? 'figures' : undefined)
  const learnt: boolean[] = []
  for (const [name, part] of Object.entries(PARTS))
    if (only === undefined || only === name) learnt.push(await part())
  process.exitCode = learnt.includes(true) ? 1 : 0
}
