// Plays the fortnight and prints its story: who saw what, and when.
import { parseArgs } from 'node:util'
import { tellFortnight } from './told.ts'

const HELP = `npm run story [-- --language fr|en]

Plays a fortnight of six people and three Directions on a fast clock, the real product before a strict Teams, and
prints who saw what, and when. In English, the programme and all six speak English.
`

const { values } = parseArgs({
  options: { language: { type: 'string', default: 'fr' }, help: { type: 'boolean', default: false } },
})
const { language, help } = values
if (help) process.stdout.write(HELP)
else if (language === 'fr' || language === 'en') process.stdout.write((await tellFortnight(language)).story)
else {
  process.stderr.write(HELP)
  process.exitCode = 2
}
