import { lazy, type ReactNode, useEffect, useMemo, useState } from 'react'
import type { NearView } from '../../../contract/commitments.ts'
import type { DirectionView } from '../../../contract/programme/programme.ts'
import { directionActs } from '../../data/actions/direction.ts'
import type { PartKey } from '../../data/api/failure.ts'
import type { DirectionSources } from '../../data/sources/direction.ts'
import type { Snapshot } from '../../data/store/snapshot.ts'
import type { Board } from '../../data/store/store.ts'
import { useDialog } from '../../parts/dialogs/open-dialog.ts'
import { Guard } from '../../parts/notices/error-boundary.tsx'
import { Part } from '../../parts/notices/lazy-part.tsx'
import { Unread } from '../../parts/notices/unread-notice.tsx'
import { useBelow } from '../../parts/page/below-fold.tsx'
import { useGround } from '../../parts/page/context.tsx'
import { Initiatives } from '../activity/initiatives.tsx'
import { Shared } from '../activity/shared-commitments.tsx'
import { Coming } from '../activity/upcoming-workshops.tsx'
import { CommitmentsByAxis } from '../figures/commitments-by-axis.tsx'
import { FigureCards, FiguresUnread } from '../figures/figure-cards.tsx'
import { IdeasByAxis } from '../figures/ideas-by-axis.tsx'
import { Participation } from '../figures/participation.tsx'
import { Waiting } from '../ideas/waiting-panel.tsx'
import { type Counter, CounterContext } from '../reading/context.tsx'

const PrintSheet = lazy(() => import('./print-sheet.tsx'))
const MeTooDialog = lazy(() => import('../activity/join-dialog.tsx'))

/** Initiatives stand where there is room: whoever answers has ideas on the left. */
function Charts({ figures, answers }: Partial<Pick<DirectionSources, 'figures'>> & { answers: boolean }) {
  return (
    <>
      {figures?.enough && !figures.small && <Participation weeks={figures.weeks} />}
      {figures?.enough && <IdeasByAxis ideas={figures.ideas} />}
      {answers && <Initiatives />}
    </>
  )
}

/** What nobody sees is fetched once all that they do is there (ms). */
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
  readonly board: Board<DirectionSources>
  readonly snapshot: Snapshot<DirectionSources>
}

/** What stands below the head, once it is read. What could not be read says so in its place. */
export function DirectionBody({ direction, board, snapshot: { values, cut, failures } }: Props) {
  const { request, wanted, open, finish } = useDialog<NearView>()
  const acts = useMemo(() => directionActs(board), [board])
  const calm = useCalm()
  const below = useBelow()
  const { figures } = values
  const answers = values.waiting?.mayAnswer === true
  const { speech } = useGround()
  const alone = (part: PartKey, children: ReactNode) => (
    <Guard speech={speech} part={part}>
      {children}
    </Guard>
  )
  // As it was when the page was read: what is answered since still stands there.
  const [leads] = useState(answers && values.waiting?.ideas[0])
  const counter: Counter = { direction, values, cut, readOn: board.readOn, acts, join: open }
  const coming = alone('unread.workshops', <Coming />)
  const cards = (
    <>
      {figures && alone('unread.figures', <FigureCards figures={figures} />)}
      {!figures && failures.figures && <FiguresUnread />}
      {figures && <Unread parts={['unread.figures']} shown />}
    </>
  )
  return (
    <CounterContext value={counter}>
      <div className="page-body" aria-busy={!below}>
        {!leads && cards}
        <div className="direction-columns">
          <div className="side">
            {alone('unread.waiting', <Waiting />)}
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
        {below && alone('unread.shared', <Shared />)}
      </div>
      {calm && (
        <Part quiet>
          <PrintSheet />
        </Part>
      )}
      {wanted && (
        <Part>
          <MeTooDialog commitment={request} finish={finish} />
        </Part>
      )}
    </CounterContext>
  )
}
