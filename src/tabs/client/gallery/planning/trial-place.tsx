import { lazy, type ReactNode, useMemo } from 'react'
import type { InitiativeSheet } from '../../../contract/initiatives/initiatives.ts'
import { trialActs } from '../../data/actions/trials.ts'
import type { SheetSources } from '../../data/store/gallery-stores.ts'
import type { Snapshot } from '../../data/store/snapshot.ts'
import type { Store } from '../../data/store/store.ts'
import { useDialog } from '../../parts/dialogs/open-dialog.ts'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { type TrialRequest, TrialTabContext } from '../trial/context.tsx'

const TrialDialogs = lazy(() => import('./dialogs.tsx'))

type Props = {
  readonly sheet: InitiativeSheet
  readonly store: Store<SheetSources>
  readonly snapshot: Snapshot<SheetSources>
  /** Called after what may add to the thread. */
  readonly told: () => void
  readonly children: ReactNode
}

/** What the trials of a sheet are read from, acted on and asked about; the code of its dialogs is loaded with the first one. */
export function TrialPlace({ sheet, store, snapshot, told, children }: Props) {
  const { request, wanted, open, finish } = useDialog<TrialRequest>()
  const acts = useMemo(() => trialActs(store, told), [store, told])
  const { trials } = snapshot.values
  const failure = snapshot.failures.trials
  const tab = { sheet, trials, failure, retry: store.refresh, acts, open }
  return (
    <TrialTabContext value={tab}>
      {children}
      {wanted && (
        <LazyPart>
          <TrialDialogs request={request} finish={finish} />
        </LazyPart>
      )}
    </TrialTabContext>
  )
}
