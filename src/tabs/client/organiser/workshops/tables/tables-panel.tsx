import { Button } from '@fluentui/react-components'
import { type RefObject, useId, useRef } from 'react'
import type { DrawInput, TablesView } from '../../../../contract/workshops/tables.ts'
import { mintNonce } from '../../../data/api/nonce.ts'
import { ActFailure, useAct } from '../../../parts/actions/action.tsx'
import { usePrint } from '../../../parts/actions/use-print.ts'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { failureText } from '../../../parts/words/failure-text.ts'
import type { PanelProps } from '../workshop/panels.ts'
import { DrawForm } from './draw-form.tsx'
import { StepNotice } from './step-notice.tsx'
import { TableList } from './table-list.tsx'
import { PRINTS_TABLES, TablesPrintSheet } from './tables-print-sheet.tsx'
import { useOwn } from './use-panel-data.ts'

type StateProps = {
  readonly view: TablesView
  /** Nobody is given another table any more. */
  readonly begun: boolean
  readonly change: (path: string) => Promise<TablesView>
  /** Takes the focus over when a focused button disappears. */
  readonly heir: RefObject<HTMLElement | null>
}

/** Whether everybody sees their table; who has none yet. */
function State({ view: { draw, without }, begun, change, heir }: StateProps) {
  const { say } = useSession().translator
  const act = useAct()
  if (!draw) return null
  return (
    <>
      {draw.shownAt === undefined ? (
        <StepNotice
          tone="neutral"
          text={say(begun ? 'tables.unseen' : 'tables.hidden')}
          act={act}
          word={say('tables.show')}
          press={() => void act.run(() => change('/show'), say('tables.shown'))}
          heir={heir}
        />
      ) : (
        <Notice tone="good">{say('tables.shown')}</Notice>
      )}
      {without.length > 0 && (
        <StepNotice
          tone="neutral"
          text={`${say('tables.late')} ${without.map(({ name }) => name).join(', ')}`}
          act={act}
          word={say('tables.late.seat')}
          press={() => void act.run(() => change('/late'), { text: say('tables.late.done') })}
          heir={heir}
        />
      )}
      <ActFailure act={act} />
    </>
  )
}

/** « Tables »: drawn by lot, shown to each, printed. */
export default function TablesPanel({ workshop, call }: PanelProps) {
  const { translator, me } = useSession()
  const print = usePrint(PRINTS_TABLES)
  const { say } = translator
  const title = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const path = `/workshops/${encodeURIComponent(workshop.id)}/tables`
  const { value: view, failure, keep } = useOwn<TablesView>(call, path)
  const { begun = false, over } = workshop
  // Without an assignment there is nothing to look up afterwards.
  if (me.role !== 'organiser' || (over && !view?.draw)) return null
  // Latecomers can still be assigned; nobody who has a table is moved.
  const mayDraw = view?.draw ? !begun : !over
  const change = async (at: string, body?: DrawInput) => {
    const next = await call<TablesView>('POST', path + at, body)
    keep(next)
    return next
  }
  const draw = (wanted: DrawInput['wanted'], again: boolean) =>
    change('', { wanted, again, nonce: mintNonce() })
  return (
    <section className="card panel" aria-labelledby={title}>
      <div className="panel-head">
        <h2 id={title} ref={heading} tabIndex={-1}>
          {say('tables.title')}
        </h2>
        {view?.draw && <Button onClick={print}>{say('tables.print')}</Button>}
      </div>
      {failure && <Notice tone="warning">{failureText(failure, translator, {})}</Notice>}
      {view && (
        <div className="hall">
          {!over && <State view={view} begun={begun} change={change} heir={heading} />}
          {mayDraw && <DrawForm drawn={view.draw} draw={draw} heir={heading} />}
          {view.draw && <TableList tables={view.tables} />}
          {view.draw && <TablesPrintSheet workshop={workshop} view={view} />}
        </div>
      )}
    </section>
  )
}
