import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import { lookedAfter } from '../rules/domain.ts'
import type { Asked, Queue, QueuePlace } from './domain.ts'

type Parts = { readonly ideas: Pick<IdeaUsecases, 'nextWaiting' | 'show' | 'waitingCursorAfter'> }

export type QueueUsecases = ReturnType<typeof queueUsecases>

/** Undefined for a refusal. */
export async function unlessRefused<T>(work: Promise<T>): Promise<T | undefined> {
  return work.catch(error => {
    if (error instanceof Refusal) return undefined
    throw error
  })
}

/** Ideas that wait for a pilot, one after another. */
export function queueUsecases({ ideas }: Parts) {
  /** @throws Refusal `malformed` */
  async function queue(actor: Actor, place: QueuePlace): Promise<Queue> {
    const led = lookedAfter(actor)
    const begin = Math.max(0, led.indexOf(place.direction))
    let count = 0
    let asked: Asked | undefined
    for (const [at, direction] of led.entries()) {
      const after = direction === place.direction ? place.after : ''
      const found = await ideas.nextWaiting(actor, direction, after)
      count += found.count
      if (at < begin || asked || !found.idea) continue
      asked = { idea: found.idea, next: { direction, after: found.next ?? '' } }
    }
    return { count, ...(asked && { asked }) }
  }

  /** The idea, if it can still be answered. */
  async function one(actor: Actor, id: string): Promise<Asked | undefined> {
    const idea = await unlessRefused(ideas.show(actor, id))
    if (!idea?.mayAnswer || (idea.state !== 'received' && idea.state !== 'studied')) return undefined
    return { idea, next: { direction: idea.direction ?? '', after: ideas.waitingCursorAfter(idea) } }
  }

  return {
    /**
     * The idea `id`, where it can still be answered, or else the first that waits after the place, Direction by Direction.
     * @throws Refusal `malformed`
     */
    async asked(actor: Actor, place: QueuePlace, id: string): Promise<Queue> {
      const [asked, next] = await Promise.all([id === '' ? undefined : one(actor, id), queue(actor, place)])
      return asked ? { count: next.count, asked } : next
    },
  }
}
