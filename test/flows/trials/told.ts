import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBot } from '../../support/product/bot.ts'
import { tellTrial } from './ledger.ts'
import { playFour, playGeneralised, playStopped, type TrialPlay } from './plays.ts'

const PLAYS: readonly TrialPlay[] = [playGeneralised, playStopped, playFour]

/** Each of the three trials played on SQLite, its story told. */
export async function* tellTrials(): AsyncGenerator<string> {
  for (const play of PLAYS) {
    const folder = mkdtempSync(join(tmpdir(), 'faire-trials-'))
    const bot = await startBot(`file:${join(folder, 'programme.sqlite')}`)
    try {
      const { stage, title } = await play(bot)
      yield `\n# ${title}\n\n${tellTrial(stage.ledger.lines)}`
    } finally {
      await bot.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
