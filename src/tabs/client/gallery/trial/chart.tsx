import type { TrialMeasureView } from '../../../contract/initiatives/trials.ts'
import { useSession } from '../../parts/page/context.tsx'
import { dayMonth, noonOf } from '../../parts/words/days.ts'
import { spanOf, type TrialPoint } from './points.ts'

type Props = {
  readonly points: readonly TrialPoint[]
  readonly kind: TrialMeasureView['kind']
  /** What is said instead of the picture. */
  readonly summary: string
  readonly scale: (value: number) => string
}

/** A value over the days: a hollow square where it began, dots since. Text stays text at any width. */
export function TrialChart({ points, kind, summary, scale }: Props) {
  const { translator } = useSession()
  const { low, high } = spanOf(points, kind)
  const first = noonOf(points[0]?.day ?? '')
  const last = noonOf(points.at(-1)?.day ?? '')
  const across = (day: string) => (last > first ? (100 * (noonOf(day) - first)) / (last - first) : 100)
  const down = (value: number) => 100 - (100 * (value - low)) / (high - low)
  const line = points.map(({ day, value }) => `${across(day)},${down(value)}`).join(' ')
  const ends = [points[0], points.at(-1)].flatMap(point => point ?? [])
  return (
    <div className="chart trial-chart" role="img" aria-label={summary}>
      <div className="chart-scale" aria-hidden="true">
        <span>{scale(high)}</span>
        <span>{scale(low)}</span>
      </div>
      <svg width="100%" height="100%" overflow="visible" aria-hidden="true">
        {[0, 100].map(y => (
          <line key={y} className="grid" x1="0" x2="100%" y1={`${y}%`} y2={`${y}%`} />
        ))}
        <g className="series-here">
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible" aria-hidden="true">
            <polyline points={line} vectorEffect="non-scaling-stroke" />
          </svg>
          {points.map(({ day, value, start }) => {
            const place = { x: `${across(day)}%`, y: `${down(value)}%` }
            return start ? (
              <rect
                key={`start-${day}`}
                {...place}
                className="trial-start"
                width="9"
                height="9"
                transform="translate(-4.5 -4.5)"
              />
            ) : (
              <circle key={day} cx={place.x} cy={place.y} r="4.5" />
            )
          })}
        </g>
      </svg>
      <div className="trial-days" aria-hidden="true">
        {ends.map(({ day }, at) => (
          <span key={at === 0 ? 'first' : 'last'}>{dayMonth(day, translator)}</span>
        ))}
      </div>
    </div>
  )
}
