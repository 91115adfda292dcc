// Plays the fortnight and prints its story: who saw what, and when.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Language } from '../../../src/kernel/language.ts'
import { programme } from '../../support/programme.ts'
import { openFortnight } from './fortnight.ts'
import { introduce, tellStory } from './story.ts'

const HELP = `npm run story [-- --language fr|en]

Plays a fortnight of six people and three Directions on a fast clock, the real product before a strict Teams, and
prints who saw what, and when. In English, the programme and all six speak English.
`

/** The shipped programme, in another language. */
function programmeIn(language: Language, folder: string): string {
  const file = join(folder, 'programme.yaml')
  const text = readFileSync('programmes/occitanie.yaml', 'utf8')
  writeFileSync(file, text.replace(/^language: \w+$/m, `language: ${language}`))
  return file
}

async function story(language: Language): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'faire-story-'))
  const url = `file:${join(folder, 'programme.sqlite')}`
  const programmeFile = programmeIn(language, folder)
  try {
    const { play, six, run } = await openFortnight({ language, url, programmeFile })
    await run().finally(() => play.world.close())
    return introduce(Object.values(six), programme, language) + tellStory(play.ledger.lines, language)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const { values } = parseArgs({
  options: { language: { type: 'string', default: 'fr' }, help: { type: 'boolean', default: false } },
})
if (values.help) process.stdout.write(HELP)
else if (values.language === 'fr' || values.language === 'en')
  process.stdout.write(await story(values.language))
else {
  process.stderr.write(HELP)
  process.exitCode = 2
}
