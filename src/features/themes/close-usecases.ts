import type { Actor } from '../../kernel/access/actor.ts'
import { permit } from '../../kernel/access/permission.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import type { Idea } from '../ideas/index.ts'
import type { Programme } from '../programme/index.ts'
import { THEME_PERMISSIONS } from './domain.ts'
import type { PlacementStore } from './rows.ts'

export type CloseParts = {
  readonly programme: Pick<Programme, 'axis'>
  readonly placements: (tx: Tx) => Pick<PlacementStore, 'some'>
  /** The ideas that say nearly the same as `text`, the closest first, at most three. */
  readonly closeIn: (tx: Tx, text: string, wanted: (idea: Idea) => boolean) => Promise<readonly Idea[]>
  readonly read: Transact
}

/** An idea of the board, and others of the board that say nearly the same. */
export type CloseOnBoard = { readonly id: string; readonly ideas: readonly Pick<Idea, 'id' | 'text'>[] }

export type CloseUsecases = ReturnType<typeof closeUsecases>

/** Near-duplicates beside a board: shown, never joined. */
export function closeUsecases({ programme, placements, closeIn, read }: CloseParts) {
  const isOnBoard = ({ axis, hidden, state }: Idea, board: string) =>
    axis === board && hidden === undefined && state !== 'withdrawn' && state !== 'merged'

  return {
    /**
     * Those of `ids` that have others beside them. One look-up each, in a reading of its own, so that twenty hold nothing up.
     * @throws Refusal `role-needed`, `gone`
     */
    async close(actor: Actor, axis: string, ids: readonly string[]): Promise<readonly CloseOnBoard[]> {
      permit(THEME_PERMISSIONS.read, actor.role)
      if (!programme.axis(axis)) throw new Refusal('gone')
      const found: CloseOnBoard[] = []
      for (const { id, text } of await read(tx => placements(tx).some(axis, ids))) {
        const others = await read(tx => closeIn(tx, text, each => each.id !== id && isOnBoard(each, axis)))
        if (others.length > 0) found.push({ id, ideas: others.map(({ id, text }) => ({ id, text })) })
      }
      return found
    },
  }
}
