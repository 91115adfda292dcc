import type { Actor } from '../../kernel/access/actor.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import type { PeopleUsecases } from '../people/index.ts'

/** What goes on by itself. `left`: ids of a page of those that do; `end`: ends one of them. */
export type Ongoing = {
  readonly left: (actor: Actor) => Promise<readonly string[]>
  readonly end: (actor: Actor, id: string) => Promise<unknown>
}

type Parts = {
  readonly isClosed: () => Promise<boolean>
  readonly people: Pick<PeopleUsecases, 'actor'>
  readonly ballots: Ongoing
  readonly broadcasts: Ongoing
}

export type FinishUsecases = ReturnType<typeof finishUsecases>

/** Runs `end` for each; one that refuses is left to end at its own time, as a secret ballot whose key is away. */
async function endEach(ids: readonly string[], end: (id: string) => Promise<unknown>): Promise<number> {
  let ended = 0
  for (const id of ids) {
    try {
      await end(id)
      ended += 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return ended
}

/** Page by page, until a page is empty or nothing of it could be ended. */
async function endAll(actor: Actor, { left, end }: Ongoing): Promise<void> {
  for (;;) if ((await endEach(await left(actor), id => end(actor, id))) === 0) return
}

/** After closing: ends what would go on by itself, as acts of who closed the programme. */
export function finishUsecases(parts: Parts) {
  const { isClosed, people, ballots, broadcasts } = parts
  return {
    /**
     * Counts and closes ballots, stops broadcasts. Idempotent: repeated after an interruption, it goes on. Nothing where the
     * programme was opened again meanwhile.
     */
    async finish(by: string): Promise<void> {
      const actor = await people.actor(by)
      if (!actor || !(await isClosed())) return
      await endAll(actor, ballots)
      await endAll(actor, broadcasts)
    },
  }
}
