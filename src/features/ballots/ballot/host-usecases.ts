import type { Actor } from '../../../kernel/access/actor.ts'
import type { FacilitatorUsecases } from '../../workshops/index.ts'

type Parts = { readonly workshops: Pick<FacilitatorUsecases, 'leaderOf'> }

export type HostUsecases = ReturnType<typeof hostUsecases>

/** Who runs a room. */
export function hostUsecases({ workshops }: Parts) {
  return {
    /** An organiser, or who facilitates the workshop as a whole: a table's facilitator has that table alone. */
    async hosts({ id, role }: Pick<Actor, 'id' | 'role'>, workshop: string): Promise<boolean> {
      if (role === 'organiser') return true
      const leader = await workshops.leaderOf(id, workshop)
      return leader !== undefined && leader.table === undefined
    },
  }
}
