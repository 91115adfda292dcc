import { across, apart, marked, topOf } from './scale.ts'

export type ChartSeries = {
  readonly name: 'here' | 'average'
  readonly values: readonly number[]
  readonly label: string
}

type Props = {
  /** What is said instead of the picture. */
  readonly summary: string
  /** One or two, over the same points. */
  readonly series: readonly [ChartSeries, ChartSeries?]
  /** Under the point of that index. */
  readonly tick: (at: number) => string
  readonly scale: (value: number) => string
}

const MOST = 5
/** A label's line, as a share of the chart's height. */
const LINE = 14

/**
 * Text stays text at any width: only the line itself is stretched. It begins with the first share that is shown: nothing
 * shown is not nobody.
 */
function Line({ series: { name, values }, top }: { series: ChartSeries; top: number }) {
  const isShown = (at: number) => (values[at] ?? 0) > 0
  const points = values
    .map((value, at) => `${across(at, values.length)},${100 - (100 * value) / top}`)
    .filter((_, at) => isShown(at))
  const marks = marked(values.length, MOST).filter(isShown)
  return (
    <g className={`series-${name}`}>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible" aria-hidden="true">
        <polyline points={points.join(' ')} vectorEffect="non-scaling-stroke" />
      </svg>
      {marks.map(at => {
        const x = `${across(at, values.length)}%`
        const y = `${100 - (100 * (values[at] ?? 0)) / top}%`
        return name === 'here' ? (
          <circle key={at} cx={x} cy={y} r="4.5" />
        ) : (
          <rect key={at} x={x} y={y} width="8" height="8" transform="translate(-4 -4)" />
        )
      })}
    </g>
  )
}

type Label = { readonly of: ChartSeries; readonly place: number; readonly low: boolean }

/** The lower label grows downwards, the other upwards, so that names on two lines cover neither. */
function labelsOf(
  [one, other]: readonly [ChartSeries, ChartSeries],
  [first, second]: readonly [number, number],
): readonly Label[] {
  return [
    { of: one, place: first, low: first < second },
    { of: other, place: second, low: second < first },
  ]
}

/** Shares over the weeks, each named where its line ends: one solid with dots, one dashed with squares. */
export function LineChart({ summary, series, tick, scale }: Props) {
  const [here, average] = series
  const top = topOf([...here.values, ...(average?.values ?? [])])
  const last = ({ values }: ChartSeries) => (100 * (values.at(-1) ?? 0)) / top
  const labels: readonly Label[] = average
    ? labelsOf([here, average], apart(last(here), last(average), LINE))
    : [{ of: here, place: last(here), low: false }]
  return (
    <div className="chart" role="img" aria-label={summary}>
      <div className="chart-scale" aria-hidden="true">
        {[top, top / 2, 0].map(value => (
          <span key={value}>{scale(value)}</span>
        ))}
      </div>
      <div className="chart-plot" aria-hidden="true">
        <svg width="100%" height="100%" overflow="visible" aria-hidden="true">
          {[0, 50, 100].map(y => (
            <line key={y} className="grid" x1="0" x2="100%" y1={`${y}%`} y2={`${y}%`} />
          ))}
          {average && <Line series={average} top={top} />}
          <Line series={here} top={top} />
        </svg>
        {labels.map(({ of: { name, label }, place, low }) => (
          <span
            key={name}
            className={`chart-label label-${name}`}
            style={low ? { top: `${100 - place}%` } : { bottom: `${place}%` }}
          >
            {label}
          </span>
        ))}
      </div>
      <div className="chart-ticks" aria-hidden="true">
        {marked(here.values.length, MOST).map(at => (
          <span key={at} style={{ left: `${across(at, here.values.length)}%` }}>
            {tick(at)}
          </span>
        ))}
      </div>
    </div>
  )
}
