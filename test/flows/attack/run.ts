// Plays a quarter of a programme, reads what a manager may read every morning, and prints how well it tells who did what.
import { parseArgs } from 'node:util'
import { type Played, playAttack } from './play.ts'
import { AIM, reportOf, rowsOf } from './report.ts'
import { heldRule, plainRule } from './rule.ts'
import { SIZES } from './world.ts'

const HELP = `npm run attack [-- --days N --seed N --rounds N --plain]

6,700 people live a quarter in Directions of 5 to 1,869; somebody with a manager's rights reads every figure each morning
and guesses who did what nobody was shown, by the rule itself: no guess is better for who knows as much. Ends with 1
when what she gains over a coin is surely more than ${AIM} points. --plain: she takes figures for plainly rounded.
`
const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const
const { values } = parseArgs({ options: { days: text, seed: text, rounds: text, plain: flag, help: flag } })

if (values.help) process.stdout.write(HELP)
else {
  const begun = performance.now()
  const rounds: Played[] = []
  for (let round = 0; round < Number(values.rounds ?? 1); round++) {
    const seed = Number(values.seed ?? 1) + round
    rounds.push(await playAttack({ sizes: SIZES, days: Number(values.days ?? 91), seed }))
  }
  const rows = rowsOf(rounds, values.plain ? plainRule : heldRule)
  process.stdout.write(reportOf(rounds, rows, (performance.now() - begun) / 1_000))
  process.exitCode = rows.some(({ gain }) => gain.points - gain.give > AIM) ? 1 : 0
}
