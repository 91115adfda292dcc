// The strict Teams as a process of its own: see strict-process.ts.
import { setPriority } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { CAST, manyPeople } from '../sign-in/cast.ts'
import { GENERAL, IDEAS, TEAM, WORKSHOPS } from '../teams/places.ts'
import type { TeamsRecord } from './record.ts'
import { startStrict } from './strict.ts'
import type { Ask, Asked, StrictOptions, Told } from './strict-process.ts'

// Higher priority: calls that waited here for the CPU would look as if the bot had sent them in one burst.
try {
  setPriority(-10)
} catch {
  // Only root may raise it.
}

const { people, bearers, weather } = JSON.parse(process.argv[2] ?? '') as StrictOptions
const everybody = [...CAST, ...manyPeople(people)]
const channels = [GENERAL, WORKSHOPS, IDEAS]
const { url, record } = await startStrict({ people: everybody, team: TEAM, channels, bearers, weather })
const delay = monitorEventLoopDelay({ resolution: 10 })
delay.enable()

const { entries, violations, count } = record

async function answer(ask: Ask): Promise<TeamsRecord | true> {
  if (ask.what === 'taken') await record.until(() => count.taken >= ask.count)
  if (ask.what === 'calm') await record.until(() => count.open === 0)
  return ask.what !== 'record' || { entries, violations, late: Math.round(delay.max / 1e6) }
}

process.on('message', async ({ id, ask }: Asked) => {
  process.send?.({ id, answer: await answer(ask) } satisfies Told)
})
process.once('disconnect', () => process.exit())
process.send?.(url)
