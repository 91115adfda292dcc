import '../lists/rows.css'
import { useRef, useState } from 'react'
import type { OwnStepView } from '../../../contract/next-steps.ts'
import { type Pages, usePages } from '../lists/pages.ts'
import { Pending } from '../lists/pending.tsx'
import { ReadOn } from '../lists/read-on.tsx'
import { useSession } from '../page/context.tsx'
import { Panel } from '../panels/panel.tsx'
import type { SettleStep } from './acts.ts'
import StepRow from './step-row.tsx'

type Props = {
  /** Id of the Direction; absent: the Lab'. */
  readonly direction?: string
  /** Where what a step follows from is read, if there is a page. */
  readonly hrefOf?: (step: OwnStepView) => string | undefined
  /** What it says when nothing waits; by default nothing is drawn then. */
  readonly empty?: string
}

/** Those that wait, with those acted upon during this visit in their former places. */
function useWaiting(direction: string | undefined) {
  const query = direction === undefined ? '' : `?${new URLSearchParams({ direction })}`
  const late = usePages<OwnStepView>(`/steps/late${query}`, ['ideas'], 'unread.steps')
  const own = usePages<OwnStepView>('/steps', ['ideas'], 'unread.steps')
  const [touched, setTouched] = useState<ReadonlyMap<string, OwnStepView | undefined>>(new Map())
  const proposed = own.items.filter(
    step => step.state === 'proposed' && step.written && step.direction === direction,
  )
  const read = new Map([...late.items, ...proposed].map(step => [step.id, step]))
  const all = new Map<string, OwnStepView | undefined>([...touched, ...read])
  const settle: SettleStep = (id, step) => {
    const change = (items: readonly OwnStepView[]) =>
      items.flatMap(one => (one.id === id ? (step ?? []) : one))
    setTouched(before => new Map([...before, [id, step]]))
    late.change(change)
    own.change(change)
  }
  const items = [...all]
    .flatMap(([, step]) => step ?? [])
    .toSorted((a, b) => a.firstDue.localeCompare(b.firstDue) || a.id.localeCompare(b.id))
  return { items, late, own, settle }
}

const failed = ({ failure }: Pages<OwnStepView>) => failure !== undefined

/**
 * « Suites en retard ou à confier », for those in charge of a Direction or of the Lab': promises whose day is over, and what
 * they wrote that nobody promised yet. Never by person.
 */
export function LateSteps({ direction, hrefOf, empty }: Props) {
  const { say } = useSession().translator
  const { items, late, own, settle } = useWaiting(direction)
  const list = useRef<HTMLUListElement>(null)
  const [broken] = [late, own].filter(failed)
  const more = [late, own].filter(({ next, failure }) => next !== undefined && !failure)
  const reading = late.reading || own.reading
  const again = async () => void (await Promise.all([late.again(), own.again()]))
  if (items.length === 0 && !broken && more.length === 0 && (empty === undefined || reading)) return null
  return (
    <Panel title={say('step.tend.title')}>
      {broken && <Pending failure={broken.failure} again={again} />}
      {items.length > 0 && (
        <ul className="rows" ref={list} tabIndex={-1}>
          {items.map(step => (
            <li key={step.id}>
              <StepRow step={step} settle={settle} apart href={hrefOf?.(step)} />
            </li>
          ))}
        </ul>
      )}
      {items.length === 0 && !broken && empty && <p className="quiet">{empty}</p>}
      <ReadOn
        read={
          more.length > 0 ? async () => void (await Promise.all(more.map(page => page.more()))) : undefined
        }
        list={list}
        count={items.length}
      />
    </Panel>
  )
}
