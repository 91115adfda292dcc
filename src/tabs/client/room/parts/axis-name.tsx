import { NamedIcon } from '../../parts/panels/axis-icons.tsx'
import { useStage } from './context.tsx'

/** An axis by its icon and its name: colour alone would say nothing to some. */
export function AxisName({ id }: { id: string }) {
  const axis = useStage().axes.find(each => each.id === id)
  if (!axis) return null
  return (
    <span className={`axis-name slot-${axis.slot}`}>
      <NamedIcon name={axis.icon} className="axis-icon" />
      <span>{axis.title}</span>
    </span>
  )
}

/** The same where there is no room for its name: that is read out. */
export function AxisMark({ id }: { id: string }) {
  const axis = useStage().axes.find(each => each.id === id)
  if (!axis) return null
  return (
    <span className={`axis-mark slot-${axis.slot}`}>
      <NamedIcon name={axis.icon} className="axis-icon" />
      <span className="unseen">{axis.title}</span>
    </span>
  )
}
