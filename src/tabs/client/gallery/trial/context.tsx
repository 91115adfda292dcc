import { createContext, use } from 'react'
import type { InitiativeSheet } from '../../../contract/initiatives/initiatives.ts'
import type { InitiativeTrials, TrialView } from '../../../contract/initiatives/trials.ts'
import type { TrialActs } from '../../data/actions/trials.ts'
import type { Failure } from '../../data/api/failure.ts'

/** A dialog about a trial: to plan one, to change or drop it, to decide. */
export type TrialRequest =
  | { readonly kind: 'plan' }
  | { readonly kind: 'change' | 'drop' | 'decide'; readonly trial: TrialView }

/** What the parts of a sheet that show its trials work with. */
export type TrialTab = {
  readonly sheet: InitiativeSheet
  /** Absent until they are read. */
  readonly trials?: InitiativeTrials | undefined
  readonly failure?: Failure | undefined
  readonly retry: () => Promise<void>
  readonly acts: TrialActs
  /** Opens a dialog; closing it gives the focus back, to `from` where it is a button behind a menu. */
  readonly open: (request: TrialRequest, from?: HTMLElement | null) => void
}

export const TrialTabContext = createContext<TrialTab | undefined>(undefined)

export function useTrialTab(): TrialTab {
  const tab = use(TrialTabContext)
  if (!tab) throw new Error('no trials around this part of the page')
  return tab
}

/** Where the focus goes once something about a trial was done. */
export const trialAnchor = ({ initiative }: Pick<TrialView, 'initiative'>) => `trial-of-${initiative}`
