import type { Tx } from '../../../kernel/storage/tx.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import type { Small } from '../idea/row-store.ts'
import { likenessStore } from './likeness-store.ts'
import { likenessUsecases } from './likeness-usecases.ts'
import { type WallWorkshops, wallRights } from './rights-usecases.ts'
import { wallRoutes } from './routes.ts'
import { wallStore } from './store.ts'
import { type WallUsecases, wallUsecases } from './usecases.ts'

type Parts = Pick<IdeaContextParts, 'read' | 'audit'> & {
  readonly workshops: WallWorkshops
  readonly small: Small
}

/** Finds those alike on a wall. `newId`: makes an id. */
export const comparing = (newId: () => string) => likenessUsecases({ store: likenessStore, newId }).compare

/** The wall of a workshop's ideas, on the room's screen. */
export function wallRoom({ read, audit, workshops, small }: Parts, context: Pick<IdeaContext, 'withAny'>) {
  const store = (tx: Tx) => wallStore(tx, small)
  return wallUsecases({ store, read, audit, workshops, checkWall: wallRights(read, workshops) }, context)
}

export function wallEntries(walls: WallUsecases) {
  return { handlers: [], routes: wallRoutes(walls) }
}
