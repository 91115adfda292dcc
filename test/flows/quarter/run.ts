// Plays a quarter of a programme on a fast clock and prints whom the bot wrote to, and whether it kept its promises.
import { parseArgs } from 'node:util'
import { playQuarter } from './quarter.ts'
import { reportOf } from './report.ts'

const HELP = `npm run prove -- quarter [--agents N --pilots N --days N --seed N]

Plays 91 days of 6,700 agents and 50 pilots, and holds every message against what the bot promises: its budget, working
hours, holidays, pauses, days off, nothing after the act, less after silence, nothing twice. Ends with 1 when one is broken.
`
const text = { type: 'string' } as const
const { values } = parseArgs({
  options: { agents: text, pilots: text, days: text, seed: text, help: { type: 'boolean', default: false } },
})
const number = (given: string | undefined, otherwise: number) =>
  given === undefined ? otherwise : Number(given)

if (values.help) process.stdout.write(HELP)
else {
  const played = await playQuarter({
    agents: number(values.agents, 6_700),
    pilots: number(values.pilots, 50),
    days: number(values.days, 91),
    seed: number(values.seed, 1),
  })
  process.stdout.write(reportOf(played))
  process.exitCode = played.breaches.length > 0 ? 1 : 0
}
