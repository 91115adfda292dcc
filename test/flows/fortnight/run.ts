// Plays the fortnight and prints its story: who saw what, and when.
import { parseArgs } from 'node:util'
import { tellTrials } from '../trials/told.ts'
import { tellFortnight } from './told.ts'

const HELP = `npm run prove -- story [--language fr|en | --trials]

Plays a fortnight of six people and three Directions on a fast clock, the real product before a strict Teams, and
prints who saw what, and when. In English, the programme and all six speak English.
--trials: three trials over six weeks each instead, in French: one goes to three Directions, one is stopped, one is of
four people in a lycée.
`

const { values } = parseArgs({
  options: {
    language: { type: 'string', default: 'fr' },
    trials: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const { language, trials, help } = values
if (help) process.stdout.write(HELP)
else if (trials) for await (const story of tellTrials()) process.stdout.write(story)
else if (language === 'fr' || language === 'en') process.stdout.write((await tellFortnight(language)).story)
else {
  process.stderr.write(HELP)
  process.exitCode = 2
}
