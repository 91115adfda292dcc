import { createContext, use } from 'react'
import type { Acts } from '../../data/actions/personal.ts'
import type { Sources } from '../../data/sources/sources.ts'
import type { Snapshot } from '../../data/store/snapshot.ts'
import type { Board } from '../../data/store/store.ts'
import type { Ground } from '../../parts/page/context.tsx'
import type { DialogRequest } from './dialog-request.ts'

/** What every part of the personal page works with. */
export type Desk = Ground & {
  readonly acts: Acts
  readonly values: Partial<Sources>
  /** The lists that go on beyond what was read, and a way to read a page more of them. */
  readonly cut: Snapshot['cut']
  readonly readOn: Board['readOn']
  /** Opens a dialog; closing it gives the focus back to `from`, by default what holds it now. */
  readonly open: (dialog: DialogRequest, from?: HTMLElement | null) => void
}

export const DeskContext = createContext<Desk | undefined>(undefined)

export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (!desk) throw new Error('no desk around this part of the page')
  return desk
}
