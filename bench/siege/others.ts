import { request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { KINDS } from '../../test/support/sending/load.ts'
import type { Besieged } from './besieged.ts'

/** What others had to wait (ms), and how often they were not answered as they should. */
export type Waited = { readonly took: readonly number[]; readonly failed: number }

/** Between two things that they do (ms). */
const EVERY = 50
/** What is not answered by then counts as this long. */
const PATIENCE = 10_000

/** On a connection of its own each time: whoever opens a tab has none yet. */
function healthy(origin: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(`${origin}/health/live`, { agent: false, timeout: PATIENCE }, response => {
      response.resume().once('end', () => (response.statusCode === 200 ? resolve() : reject(new Error())))
    })
    asked.once('timeout', () => asked.destroy(new Error('late')))
    asked.once('error', reject)
    asked.end()
  })
}

/** Agents go on meanwhile: they look whether it is there, read the ideas in a tab, and vote in the chat, in turn. */
export async function watchOthers(besieged: Besieged, seconds: number): Promise<Waited> {
  const { sender, line, ground, people, token } = besieged
  const bearer = await token()
  const turns = [
    () => healthy(sender.origin),
    async () => {
      const headers = { authorization: `Bearer ${bearer}` }
      const signal = AbortSignal.timeout(PATIENCE)
      const answer = await fetch(`${sender.origin}/api/v1/ideas`, { headers, signal })
      if (answer.status !== 200) throw new Error(String(answer.status))
      await answer.text()
    },
    async (at: number) => {
      const person = people[at % people.length]
      const act = person && KINDS.vote?.(ground, person.name, at)
      if (act) await line.presses(person, act.verb, act.data)
    },
  ]
  const took: number[] = []
  let failed = 0
  const under: Promise<void>[] = []
  const one = async (at: number) => {
    const from = performance.now()
    try {
      await turns[at % turns.length]?.(at)
      took.push(performance.now() - from)
    } catch {
      failed += 1
    }
  }
  const end = performance.now() + seconds * 1_000
  for (let at = 0; performance.now() < end; at++) {
    under.push(one(at))
    await setTimeout(EVERY)
  }
  await Promise.race([Promise.all(under), setTimeout(2 * PATIENCE, undefined, { ref: false })])
  return { took, failed: failed + (under.length - took.length - failed) }
}

/** That of a hundred of them (ms): 50, 99, and 100 for whoever waited longest. */
export function share(took: readonly number[], percent: number): number {
  const sorted = took.toSorted((a, b) => a - b)
  const at = Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))
  return Math.round(sorted[at] ?? Number.NaN)
}
