import { Button } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { ScreenView } from '../../../../contract/attendance.ts'
import { usePrint } from '../../../parts/actions/use-print.ts'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { capitalised } from '../../../parts/words/capital.ts'
import { failureText } from '../../../parts/words/failure-text.ts'
import { presentText, seatsOf } from '../workshop/facts.ts'
import type { PanelProps } from '../workshop/panels.ts'
import { AttendanceList } from './attendance-list.tsx'
import { Code, Projector } from './code-panel.tsx'
import { PrintSheet } from './print-sheet.tsx'
import { useAttendance } from './use-attendance.ts'
import { type CheckInCode, useCheckInCode } from './use-code.ts'
import { WalkInPanel } from './walk-in-panel.tsx'

/** Whether check-in is open, or since when it is not. */
function Moment({ view: { at, opensAt, closesAt, keptUntil } }: { view: ScreenView }) {
  const { translator } = useSession()
  const { say, shortDay, time } = translator
  if (at < opensAt)
    return (
      <Notice tone="neutral">{say('day.early', { date: shortDay(opensAt), time: time(opensAt) })}</Notice>
    )
  if (at >= keptUntil)
    return (
      <Notice tone="neutral">{say('day.kept', { date: shortDay(keptUntil), time: time(keptUntil) })}</Notice>
    )
  if (at >= closesAt) return <Notice tone="neutral">{say('day.over', { time: time(closesAt) })}</Notice>
  return null
}

function CheckIn({ screen, view }: { screen: CheckInCode; view: ScreenView }) {
  const { translator } = useSession()
  const { say } = translator
  const title = useId()
  const [projected, project] = useState(false)
  const print = usePrint()
  const { at, opensAt, closesAt, beyond, workshop } = view
  const stands = at < closesAt
  const opened = at >= opensAt
  return (
    <section className="card panel" aria-labelledby={title}>
      <div className="panel-head">
        <h2 id={title}>{say('day.check-in')}</h2>
        {stands && (
          <div className="acts">
            {opened && <Button onClick={() => project(true)}>{say('day.project')}</Button>}
            <Button onClick={print}>{say('day.print')}</Button>
          </div>
        )}
      </div>
      {screen.failure && (
        <Notice tone="warning">{failureText(screen.failure, translator, { loadedAt: at })}</Notice>
      )}
      <Moment view={view} />
      {opened ? (
        <p className="day-count">{presentText(view, translator)}</p>
      ) : (
        <p className="quiet">{capitalised(seatsOf(workshop, translator))}</p>
      )}
      {beyond > 0 && <p className="quiet">{capitalised(say('day.beyond', { count: beyond }))}</p>}
      {stands && opened && <Code view={view} left={screen.left} stale={screen.stale} />}
      <Projector screen={screen} shown={projected} close={() => project(false)} />
      {stands && <PrintSheet view={view} />}
    </section>
  )
}

/** The workshop's day: who is there, the code to scan, and the list that is kept by hand. */
export default function DayPanel({ workshop: { id }, call }: PanelProps) {
  const { translator } = useSession()
  const screen = useCheckInCode(call, id)
  const { view, failure, refresh } = screen
  const roll = useAttendance(call, id, view?.present)
  const changed = async () => {
    await Promise.all([refresh(), roll.refresh()])
  }
  if (!view) return failure ? <Notice tone="warning">{failureText(failure, translator, {})}</Notice> : null
  const { off } = view.workshop
  const early = view.at < view.opensAt
  const kept = !off && !early && view.at < view.keptUntil
  return (
    <div className="day">
      {!off && <CheckIn screen={screen} view={view} />}
      <div className="day-lists">
        <AttendanceList
          call={call}
          workshop={id}
          roll={roll}
          ticks={kept}
          opensAt={!off && early ? view.opensAt : undefined}
          changed={refresh}
        />
        {kept && <WalkInPanel call={call} workshop={id} changed={changed} />}
      </div>
    </div>
  )
}
