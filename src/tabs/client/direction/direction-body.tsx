import { lazy, type ReactNode, useEffect, useMemo, useState } from 'react'
import type { NearView } from '../../contract/commitments.ts'
import type { DirectionView } from '../../contract/programme.ts'
import type { PartKey } from '../api/failure.ts'
import type { Board } from '../board/board.ts'
import type { Snapshot } from '../board/snapshot.ts'
import { useDialog } from '../dialogs/opened.ts'
import { useBelow } from '../page/below.tsx'
import { useGround } from '../page/ground.tsx'
import { Guard } from '../page/guard.tsx'
import { Part } from '../page/part.tsx'
import { Unread } from '../page/unread.tsx'
import { directionActs } from './acts.ts'
import { Coming } from './coming.tsx'
import { CommitmentsByAxis } from './commitments-by-axis.tsx'
import { type Counter, CounterContext } from './counter.tsx'
import { FigureCards, FiguresUnread } from './figure-cards.tsx'
import { IdeasByAxis } from './ideas-by-axis.tsx'
import { Initiatives } from './initiatives.tsx'
import { Participation } from './participation.tsx'
import { Shared } from './shared.tsx'
import type { DirectionSources } from './sources.ts'
import { Waiting } from './waiting.tsx'

const PrintSheet = lazy(() => import('./print-sheet.tsx'))
const MeTooDialog = lazy(() => import('./me-too-dialog.tsx'))

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
