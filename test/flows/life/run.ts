// Lives the thread of one idea from a workshop's table to a kept commitment, and prints who was told what.
import { rmSync } from 'node:fs'
import { startBot } from '../bot.ts'
import { liveOn } from './life.ts'
import { tellLife } from './told.ts'

const FILE = '.data/life.sqlite'

rmSync(FILE, { force: true })
const bot = await startBot(`file:${FILE}`)
process.stdout.write(tellLife(await liveOn(bot)))
await bot.close()
