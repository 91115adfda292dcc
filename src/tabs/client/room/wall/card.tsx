import { useStage } from '../parts/context.tsx'
import { Fit } from '../parts/fit.tsx'
import type { WallGroup } from './groups.ts'

function Facts({ group: { shown, count } }: { group: WallGroup }) {
  const { say } = useStage().translator
  if (count < 2 && !shown.table && shown.supports === 0) return null
  return (
    <p className="card-facts">
      {count > 1 && <strong className="times">{say('screen.wall.times', { count })}</strong>}
      {shown.supports > 0 && <span>{say('screen.wall.supports', { count: shown.supports })}</span>}
      {shown.table && <span>{say('screen.table', { table: shown.table })}</span>}
    </p>
  )
}

type Props = {
  readonly group: WallGroup
  /** It is higher than its column: its text is made smaller. */
  readonly shrunk?: boolean
  readonly fresh?: boolean
}

/** An idea, whole. */
export function Card({ group, shrunk = false, fresh = false }: Props) {
  // Of letters of both directions each stands in its own.
  const text = (
    <p className="card-text" dir="auto">
      {group.shown.text}
    </p>
  )
  return (
    <li className={`card ${fresh ? 'fresh' : ''} ${shrunk ? 'shrunk' : ''}`}>
      {shrunk ? <Fit>{text}</Fit> : text}
      <Facts group={group} />
    </li>
  )
}
