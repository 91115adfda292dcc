import { lazy, type ReactNode, useEffect, useMemo, useState } from 'react'
import type { SharedCommitmentView } from '../../../contract/commitments.ts'
import type { DirectionView } from '../../../contract/programme/programme.ts'
import { directionActs } from '../../data/actions/direction.ts'
import type { PartKey } from '../../data/api/failure.ts'
import type { DirectionSources } from '../../data/sources/direction.ts'
import type { Snapshot } from '../../data/store/snapshot.ts'
import type { Store } from '../../data/store/store.ts'
import { useDialog } from '../../parts/dialogs/open-dialog.ts'
import { ErrorBoundary } from '../../parts/notices/error-boundary.tsx'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { Unread } from '../../parts/notices/unread-notice.tsx'
import { useBelowFold } from '../../parts/page/below-fold.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Initiatives } from '../activity/initiatives.tsx'
import { SharedCommitments } from '../activity/shared-commitments.tsx'
import { UpcomingWorkshops } from '../activity/upcoming-workshops.tsx'
import { CommitmentsByAxis } from '../figures/commitments-by-axis.tsx'
import { FigureCards, FiguresUnread } from '../figures/figure-cards.tsx'
import { IdeasByAxis } from '../figures/ideas-by-axis.tsx'
import { Participation } from '../figures/participation.tsx'
import { WaitingPanel } from '../ideas/waiting-panel.tsx'
import { type DirectionTab, DirectionTabContext } from '../reading/context.tsx'

const PrintSheet = lazy(() => import('./print-sheet.tsx'))
const MeTooDialog = lazy(() => import('../activity/join-dialog.tsx'))

/** Initiatives are shown where there is room: who answers for the Direction has ideas on the left. */
function Charts({ figures, answers }: Partial<Pick<DirectionSources, 'figures'>> & { answers: boolean }) {
  return (
    <>
      {figures?.enough && !figures.small && <Participation weeks={figures.weeks} />}
      {figures?.enough && <IdeasByAxis ideas={figures.ideas} />}
      {answers && <Initiatives />}
    </>
  )
}

/** Delay before content below the fold is loaded (ms). */
const CALM = 1_000

function useCalm(): boolean {
  const [calm, setCalm] = useState(false)
  useEffect(() => {
    const timer = setTimeout(setCalm, CALM, true)
    return () => clearTimeout(timer)
  }, [])
  return calm
}

type Props = {
  readonly direction: DirectionView
  readonly store: Store<DirectionSources>
  readonly snapshot: Snapshot<DirectionSources>
}

/** Everything below the head, once read; failures are shown in place. */
export function DirectionBody({ direction, store, snapshot: { values, cut, failures } }: Props) {
  const { request, wanted, open, finish } = useDialog<SharedCommitmentView>()
  const acts = useMemo(() => directionActs(store), [store])
  const calm = useCalm()
  const below = useBelowFold()
  const { figures } = values
  const answers = values.waiting?.mayAnswer === true
  const { translator } = useSession()
  const alone = (part: PartKey, children: ReactNode) => (
    <ErrorBoundary translator={translator} part={part}>
      {children}
    </ErrorBoundary>
  )
  // As of the first reading: ideas answered since keep their place.
  const [leads] = useState(answers && values.waiting?.ideas[0])
  const counter: DirectionTab = { direction, values, cut, readOn: store.readOn, acts, join: open }
  const coming = alone('unread.workshops', <UpcomingWorkshops />)
  const cards = (
    <>
      {figures && alone('unread.figures', <FigureCards figures={figures} />)}
      {!figures && failures.figures && <FiguresUnread />}
      {figures && <Unread parts={['unread.figures']} shown />}
    </>
  )
  return (
    <DirectionTabContext value={counter}>
      <div className="page-body" aria-busy={!below}>
        {!leads && cards}
        <div className="direction-columns">
          <div className="side">
            {alone('unread.waiting', <WaitingPanel />)}
            {!leads && coming}
            {!answers && below && alone('unread.gallery', <Initiatives />)}
          </div>
          {(leads || below) && (
            <div className="side">
              {leads && coming}
              {leads && cards}
              {below && alone('unread.figures', <Charts figures={figures} answers={answers} />)}
            </div>
          )}
        </div>
        {below && alone('unread.stages', <CommitmentsByAxis />)}
        {below && alone('unread.shared', <SharedCommitments />)}
      </div>
      {calm && (
        <LazyPart quiet>
          <PrintSheet />
        </LazyPart>
      )}
      {wanted && (
        <LazyPart>
          <MeTooDialog commitment={request} finish={finish} />
        </LazyPart>
      )}
    </DirectionTabContext>
  )
}
