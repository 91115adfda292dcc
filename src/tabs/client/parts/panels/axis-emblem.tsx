import type { AxisView } from '../../../contract/programme/programme.ts'
import { NamedIcon } from './axis-icons.tsx'

/** An axis' icon on its tint. */
export function Emblem({ axis }: { axis: AxisView }) {
  return (
    <span className={`emblem slot-${axis.slot}`} aria-hidden="true">
      <NamedIcon name={axis.icon} />
    </span>
  )
}

/** An axis' icon in its colour, for a line of text. */
export function AxisMark({ axis }: { axis: AxisView | undefined }) {
  return axis ? <NamedIcon name={axis.icon} className={`mark slot-${axis.slot}`} /> : null
}
