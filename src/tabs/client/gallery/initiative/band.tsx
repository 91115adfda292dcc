import type { AxisView } from '../../../contract/programme/programme.ts'
import { NamedIcon } from '../../parts/panels/axis-icons.tsx'

/** Pattern and emblem of the axis. Decorative: its name is shown beside. */
export function Band({ axis }: { axis: AxisView | undefined }) {
  return (
    <div className={`band slot-${axis?.slot ?? 'none'}`} aria-hidden="true">
      <div className="band-hatch" />
      {axis && (
        <span className={`emblem band-emblem slot-${axis.slot}`}>
          <NamedIcon name={axis.icon} />
        </span>
      )}
    </div>
  )
}
