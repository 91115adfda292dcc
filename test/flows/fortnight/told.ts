import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WholeLanguage } from '../../../src/kernel/text/language.ts'
import { programme } from '../../support/programme/programme.ts'
import { openFortnight } from './fortnight.ts'
import { introduce, tellStory } from './story.ts'

/** The shipped programme, in another language. */
function programmeIn(language: WholeLanguage, folder: string): string {
  const file = join(folder, 'programme.yaml')
  const text = readFileSync('programmes/occitanie.yaml', 'utf8')
  writeFileSync(file, text.replace(/^language: \w+$/m, `language: ${language}`))
  return file
}

/** The fortnight played on SQLite, its story told; programme and people speak `language`. */
export async function tellFortnight(language: WholeLanguage) {
  const folder = mkdtempSync(join(tmpdir(), 'faire-story-'))
  const url = `file:${join(folder, 'programme.sqlite')}`
  const programmeFile = programmeIn(language, folder)
  try {
    const { play, six, run } = await openFortnight({ language, url, programmeFile })
    await run().finally(() => play.world.close())
    const story = introduce(Object.values(six), programme, language) + tellStory(play.ledger.lines, language)
    return { story, ledger: play.ledger }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
