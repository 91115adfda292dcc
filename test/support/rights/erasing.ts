import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { backUp } from '../../../src/db/index.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { silentLogger } from '../../../src/kernel/monitoring/logger.ts'
import { HOUR } from '../../../src/kernel/time/clock.ts'
import { fixedClock } from '../product/clock.ts'
import { callerOf } from '../product/routes.ts'
import { setStage } from '../product/stage.ts'
import { fillCrowd, talliesOf, wordsOf } from './crowd.ts'
import { foundIn, foundInFile } from './scan.ts'

type Run = {
  readonly url: string
  /** For the backup; the database too where it is a file. */
  readonly folder: string
  readonly people: number
  readonly leave: number
  readonly random: () => number
  readonly clocked: () => number
}

/** Has `leave` of `people` erased as they would do it in the tab, and looks for any of them everywhere. */
export async function eraseSome({ url, folder, people, leave, random, clocked }: Run) {
  const clock = fixedClock()
  const said: string[] = []
  const heard = (fields: object, message: string) => void said.push(JSON.stringify(fields) + message)
  const log = { info: heard, warn: heard, error: heard }
  const stage = await setStage({ url, clock, ids: randomIds, log })
  const { app } = stage
  const crowd = await fillCrowd(app.database, people, clock.now(), random)
  const shuffled = crowd.map(member => ({ member, at: random() })).sort((a, b) => a.at - b.at)
  const leaving = shuffled.slice(0, leave).map(({ member }) => member)
  const words = leaving.flatMap(wordsOf)
  const before = {
    tallies: await talliesOf(app.database, clock.now()),
    found: await foundIn(app.database, words),
  }
  said.length = 0
  const times: number[] = []
  for (const [at, { id }] of leaving.entries()) {
    const actor = await app.people.actor(id)
    if (!actor) throw new Error('nobody of that id')
    const began = clocked()
    const body = { ideas: at % 2 === 0 ? 'unname' : 'withdraw', sure: true }
    await callerOf(app.routes, actor)('post', '/me/data/erase', { body })
    times.push(clocked() - began)
  }
  const tallies = isDeepStrictEqual(await talliesOf(app.database, clock.now()), before.tallies)
  clock.advance(HOUR)
  await stage.settle()
  const copy = join(folder, 'backup.sqlite')
  await backUp(url, copy, silentLogger)
  const file = url.startsWith('file:') ? foundInFile(url.slice('file:'.length), words) : []
  const found = {
    tables: await foundIn(app.database, words),
    file,
    backup: foundInFile(copy, words),
    log: said.filter(line => words.some(word => line.includes(word))),
  }
  await stage.close()
  times.sort((a, b) => a - b)
  return { n: leaving.length, before: before.found.length, found, tallies, times }
}
