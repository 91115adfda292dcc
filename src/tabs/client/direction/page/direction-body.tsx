import { lazy, type ReactNode, useEffect, useMemo, useState } from 'react'
import type { SharedCommitmentView } from '../../../contract/commitments.ts'
import type { DirectionView } from '../../../contract/programme/programme.ts'
import { directionActs } from '../../data/actions/direction.ts'
import type { PartKey } from '../../data/api/failure.ts'
import type { DirectionSources } from '../../data/sources/direction.ts'
import type { Snapshot } from '../../data/store/snapshot.ts'
import type { Store } from '../../data/store/store.ts'
import { useDialog } from '../../parts/dialogs/open-dialog.ts'
import type { PostProposal } from '../../parts/dialogs/post-form.tsx'
import { ErrorBoundary } from '../../parts/notices/error-boundary.tsx'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { useBelowFold } from '../../parts/page/below-fold.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Initiatives } from '../activity/initiatives.tsx'
import { SharedCommitments } from '../activity/shared-commitments.tsx'
import { Trials } from '../activity/trials.tsx'
import { UpcomingWorkshops } from '../activity/upcoming-workshops.tsx'
import { CommitmentsByAxis } from '../figures/commitments-by-axis.tsx'
import { DonePanel } from '../figures/done-panel.tsx'
import { type DirectionTab, DirectionTabContext } from '../reading/context.tsx'
import { WaitingPanel } from '../waiting/waiting-panel.tsx'

const Participation = lazy(() => import('../figures/participation.tsx'))
const PrintSheet = lazy(() => import('./print-sheet.tsx'))
const MeTooDialog = lazy(() => import('../activity/join-dialog.tsx'))
// Only those in charge have its button.
const PostDialog = lazy(() => import('../activity/post-dialog.tsx'))

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

function Alone({ part, children }: { part: PartKey; children: ReactNode }) {
  const { translator } = useSession()
  return (
    <ErrorBoundary translator={translator} part={part}>
      {children}
    </ErrorBoundary>
  )
}

const ChartPlace = () => <div className="bone bone-panel" aria-busy="true" />

/** What one looks up rather than looks at. */
function Further({ figures, calm }: Partial<Pick<DirectionSources, 'figures'>> & { calm: boolean }) {
  return (
    <>
      <div className="further">
        <Alone part="unread.gallery">
          <Initiatives />
        </Alone>
        <Alone part="unread.tried">
          <Trials />
        </Alone>
        {figures?.enough && !figures.small && (
          <Alone part="unread.figures">
            <LazyPart fallback={<ChartPlace />}>
              {calm ? <Participation weeks={figures.weeks} /> : <ChartPlace />}
            </LazyPart>
          </Alone>
        )}
      </div>
      <Alone part="unread.stages">
        <CommitmentsByAxis />
      </Alone>
      <Alone part="unread.shared">
        <SharedCommitments />
      </Alone>
    </>
  )
}

/** What waits, what was done, what comes: in this order on a phone; elsewhere the second stands beside the others. */
function First({ below }: { below: boolean }) {
  return (
    <div className="direction-columns">
      <div className="now">
        <Alone part="unread.waiting">
          <WaitingPanel />
        </Alone>
      </div>
      <div className="done">
        <Alone part="unread.figures">
          <DonePanel />
        </Alone>
      </div>
      <div className="soon">
        {below && (
          <Alone part="unread.workshops">
            <UpcomingWorkshops />
          </Alone>
        )}
      </div>
    </div>
  )
}

type Props = {
  readonly direction: DirectionView
  readonly store: Store<DirectionSources>
  readonly snapshot: Snapshot<DirectionSources>
}

/** Everything below the head, once read; failures are shown in place. */
export function DirectionBody({ direction, store, snapshot: { values, cut } }: Props) {
  const { request, wanted, open, finish } = useDialog<SharedCommitmentView>()
  const posting = useDialog<PostProposal>()
  const acts = useMemo(() => directionActs(store), [store])
  const calm = useCalm()
  const below = useBelowFold()
  const tab: DirectionTab = {
    direction,
    values,
    cut,
    readOn: store.readOn,
    acts,
    join: open,
    post: posting.open,
  }
  return (
    <DirectionTabContext value={tab}>
      <div className="page-body" aria-busy={!below}>
        <First below={below} />
        {below && <Further figures={values.figures} calm={calm} />}
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
      {posting.wanted && (
        <LazyPart>
          <PostDialog request={posting.request} finish={posting.finish} />
        </LazyPart>
      )}
    </DirectionTabContext>
  )
}
