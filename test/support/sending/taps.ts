import type { Person } from '../sign-in/cast.ts'
import { type Ground, KINDS, type Line } from './load.ts'

/** What became of the taps: how many were answered, how many not, and how long the answers took, in milliseconds. */
export type Taps = { readonly answered: number; readonly unanswered: number; readonly p99: number }

/** Somebody else votes `perSecond` times a second, whether or not those before are answered. */
export function startTaps(line: Line, ground: Ground, people: readonly Person[], perSecond: number) {
  const took: number[] = []
  const under: Promise<void>[] = []
  let unanswered = 0
  let next = 0

  async function vote(at: number): Promise<void> {
    const person = people[at % people.length]
    const act = person && KINDS.vote?.(ground, person.name, at)
    if (!act) return
    const from = performance.now()
    try {
      await line.presses(person, act.verb, act.data)
      took.push(performance.now() - from)
    } catch {
      unanswered += 1
    }
  }

  const beat = setInterval(() => under.push(vote(next++)), 1_000 / perSecond)
  return {
    /** Waits for what is under way. */
    async stop(): Promise<Taps> {
      clearInterval(beat)
      await Promise.all(under)
      const p99 = took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.99)] ?? Number.NaN
      return { answered: took.length, unanswered, p99 }
    },
  }
}
