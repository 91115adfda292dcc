import type { AssistTask } from '../../kernel/assist/task.ts'
import { type Meter, noMeter } from '../../kernel/monitoring/meter.ts'
import type { Incoming } from '../protocol/incoming.ts'
import type { Rated, RenderedAnswer } from '../protocol/rendered.ts'

type Receive = (incoming: Incoming) => Promise<RenderedAnswer | undefined>

/** Messages whose task is known; older ones count under none. */
const KNOWN = 2_000

/**
 * Thumbs under messages that a language model helped to write, counted by task and reaction: neither who pressed nor what
 * they wrote is known here. Which message was written for which task is kept in memory alone.
 */
export function createRatings(receive: Receive, meter: Meter = noMeter) {
  const tasks = new Map<string, AssistTask>()

  function keep(message: string, task: AssistTask): void {
    tasks.set(message, task)
    const [oldest] = tasks.keys()
    if (tasks.size > KNOWN && oldest !== undefined) tasks.delete(oldest)
  }

  return {
    receive: async (incoming: Incoming): Promise<RenderedAnswer | undefined> => {
      const answer = await receive(incoming)
      if (!answer?.assisted) return answer
      const { card, summary, assisted, posted } = answer
      return {
        card,
        summary,
        assisted,
        posted: async message => {
          keep(message, assisted)
          await posted?.(message)
        },
      }
    },
    rated: ({ message, reaction }: Rated): void =>
      meter.count('faire_assist_ratings_total', { task: tasks.get(message) ?? 'unknown', reaction }),
  }
}
