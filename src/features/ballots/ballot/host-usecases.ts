import type { Actor } from '../../../kernel/access/actor.ts'
import type { Transact } from '../../../kernel/storage/tx.ts'
import type { ShownTableUsecases } from '../../workshops/index.ts'

type Parts = { readonly read: Transact; readonly workshops: Pick<ShownTableUsecases, 'leaderIn'> }

export type HostUsecases = ReturnType<typeof hostUsecases>

/** Who runs a room. */
export function hostUsecases({ read, workshops }: Parts) {
  return {
    /** An organiser, or who facilitates the workshop as a whole: a table's facilitator has that table alone. */
    async hosts({ id, role }: Pick<Actor, 'id' | 'role'>, workshop: string): Promise<boolean> {
      if (role === 'organiser') return true
      const leader = await read(tx => workshops.leaderIn(tx, workshop, id))
      return leader !== undefined && leader.table === undefined
    },
  }
}
