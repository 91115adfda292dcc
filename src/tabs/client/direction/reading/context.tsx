import { createContext, use } from 'react'
import type { SharedCommitmentView } from '../../../contract/commitments.ts'
import type { DirectionView } from '../../../contract/programme/programme.ts'
import type { DirectionActs } from '../../data/actions/direction.ts'
import type { DirectionSources } from '../../data/sources/direction.ts'
import type { Snapshot } from '../../data/store/snapshot.ts'
import type { Store } from '../../data/store/store.ts'
import type { PostProposal } from '../../parts/dialogs/post-form.tsx'

/** What every part of a Direction's page works with, besides the session. */
export type DirectionTab = {
  readonly direction: DirectionView
  readonly values: Partial<DirectionSources>
  readonly cut: Snapshot<DirectionSources>['cut']
  readonly readOn: Store<DirectionSources>['readOn']
  readonly acts: DirectionActs
  /** Opens the form of « Moi aussi ». */
  readonly join: (commitment: SharedCommitmentView) => void
  /** Opens the form of « Publier dans mon canal ». */
  readonly post: (proposal: PostProposal) => void
}

export const DirectionTabContext = createContext<DirectionTab | undefined>(undefined)

export function useDirectionTab(): DirectionTab {
  const counter = use(DirectionTabContext)
  if (!counter) throw new Error('no Direction around this part of the page')
  return counter
}
