// Plays a programme against whoever wants to know who did what, or who wrote what, and prints how well they guess.
import { parseArgs } from 'node:util'
import { playJoining } from './joining.ts'
import { playStaying, playWithdrawing } from './leaving.ts'
import { type Played, playAttack } from './play.ts'
import { AIM, reportOf, rowsOf } from './report.ts'
import { heldRule, plainRule } from './rule.ts'
import { gains, linesOf, talliesOf } from './trial.ts'
import { SIZES } from './world.ts'

const HELP = `npm run attack [-- --only figures|ideas] [--days N --seed N --rounds N --plain] [--guesses N]

figures: 6,700 people live a quarter in Directions of 5 to 1,869; somebody with a manager's rights reads every figure each
morning and guesses who did what nobody was shown, by the rule itself: no guess is better for who knows as much. Ends with 1
when what she gains over a coin is surely more than ${AIM} points. --plain: she takes figures for plainly rounded.

ideas: who wrote an idea that shows no name. An organiser, and a colleague with her, join it with the named idea of each of
eight suspects; she reads all ideas before and after one of eight is erased, and every hour for a month after all eight had
theirs withdrawn. --guesses: about how many of each. Ends with 1 when one is surely right more than by chance.
`
const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const
const options = { only: text, days: text, seed: text, rounds: text, guesses: text, plain: flag, help: flag }
const { values } = parseArgs({ options })

const GROUP = 8
const seed = Number(values.seed ?? 1)
const print = (line: string) => void process.stdout.write(`${line}\n`)
const secondsSince = (begun: number) => (performance.now() - begun) / 1_000

async function figures(): Promise<boolean> {
  const begun = performance.now()
  const rounds: Played[] = []
  for (let round = 0; round < Number(values.rounds ?? 1); round++)
    rounds.push(await playAttack({ sizes: SIZES, days: Number(values.days ?? 91), seed: seed + round }))
  const rows = rowsOf(rounds, values.plain ? plainRule : heldRule)
  print(reportOf(rounds, rows, secondsSince(begun)))
  return rows.some(({ gain }) => gain.points - gain.give > AIM)
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

if (values.help) process.stdout.write(HELP)
else {
  const learnt = [values.only !== 'ideas' && (await figures()), values.only !== 'figures' && (await ideas())]
  process.exitCode = learnt.includes(true) ? 1 : 0
}
