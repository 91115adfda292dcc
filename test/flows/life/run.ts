// Lives the thread of one idea from a workshop's table to a kept commitment, and prints who was told what.
import { mkdirSync, rmSync } from 'node:fs'
import { startBot } from '../../support/product/bot.ts'
import { liveOn } from './life.ts'
import { tellLife } from './told.ts'

const FILE = '.data/life.sqlite'

mkdirSync('.data', { recursive: true })
for (const end of ['', '-wal', '-shm']) rmSync(FILE + end, { force: true })
const bot = await startBot(`file:${FILE}`)
process.stdout.write(tellLife(await liveOn(bot)))
await bot.close()
