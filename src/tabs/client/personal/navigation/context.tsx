import { createContext, use } from 'react'
import type { PersonalActs } from '../../data/actions/personal.ts'
import type { Sources } from '../../data/sources/sources.ts'
import type { Snapshot } from '../../data/store/snapshot.ts'
import type { Store } from '../../data/store/store.ts'
import type { Session } from '../../parts/page/context.tsx'
import type { DialogRequest } from './dialog-request.ts'

/** What every part of the personal page works with. */
export type PersonalTab = Session & {
  readonly acts: PersonalActs
  readonly values: Partial<Sources>
  /** Lists with further pages, and how to read them. */
  readonly cut: Snapshot['cut']
  readonly readOn: Store['readOn']
  /** Opens a dialog; closing it gives the focus back to `from`, by default what holds it now. */
  readonly open: (dialog: DialogRequest, from?: HTMLElement | null) => void
}

export const PersonalTabContext = createContext<PersonalTab | undefined>(undefined)

export function usePersonalTab(): PersonalTab {
  const tab = use(PersonalTabContext)
  if (!tab) throw new Error('no personal tab around this part of the page')
  return tab
}
