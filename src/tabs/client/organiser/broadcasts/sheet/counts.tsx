import type { ReactNode } from 'react'
import type { BroadcastView } from '../../../../contract/broadcasts.ts'
import { useSession } from '../../../parts/page/context.tsx'

/** Distinguished without colour: full, blank, hatched, dotted. */
type CountFill = 'full' | 'none' | 'hatch' | 'dots'

export type CountPart = {
  readonly id: string
  readonly fill: CountFill
  readonly label: string
  readonly count: number
  /** What it means, where its label does not say it. */
  readonly sub?: string
}

function Patterns() {
  const size = { width: 6, height: 6, patternUnits: 'userSpaceOnUse' }
  return (
    <svg className="cast-patterns" width="0" height="0" aria-hidden="true">
      <pattern id="cast-hatch" {...size} patternTransform="rotate(45)">
        <rect className="ink" width="3" height="6" />
      </pattern>
      <pattern id="cast-dots" {...size}>
        <circle className="ink" cx="2" cy="2" r="1.1" />
        <circle className="ink" cx="5" cy="5" r="1.1" />
      </pattern>
    </svg>
  )
}

function Swatch({ fill }: { fill: CountFill }) {
  return (
    <svg className={`swatch cast-${fill}`} width="14" height="14" aria-hidden="true">
      <rect x="0.5" y="0.5" width="13" height="13" rx="2" />
    </svg>
  )
}

/** Says nothing that the numbers under it do not: hidden from screen readers. */
function Bar({ parts, all }: { parts: readonly CountPart[]; all: number }) {
  return (
    <div className="cast-bar" aria-hidden="true">
      {parts.map(({ id, fill, count }) => (
        <svg
          key={id}
          aria-hidden="true"
          className={`cast-segment cast-${fill}`}
          style={{ width: `${all > 0 ? (100 * count) / all : 0}%` }}
          height="24"
        >
          <rect width="100%" height="24" />
        </svg>
      ))}
    </div>
  )
}

type Props = {
  readonly title: string
  readonly aside?: ReactNode
  readonly parts: readonly CountPart[]
  readonly all: number
  /** Stands under the numbers. */
  readonly children?: ReactNode
}

/** How many, in four numbers, each with its word and its hatch; they keep their place while they change. */
export function Counts({ title, aside, parts, all, children }: Props) {
  const { language } = useSession().translator
  return (
    <section className="card panel cast-counts" aria-label={title}>
      <Patterns />
      <div className="cast-counts-head">
        <h2>{title}</h2>
        <p className="cast-aside">{aside}</p>
      </div>
      <Bar parts={parts} all={all} />
      <dl className="cast-numbers">
        {parts.map(({ id, fill, label, count, sub }) => (
          <div key={id}>
            <dt>
              <Swatch fill={fill} /> {label}
            </dt>
            <dd>
              <strong>{count.toLocaleString(language)}</strong>
              {sub && <span className="quiet">{sub}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  )
}

export function inChannels({ audience }: Pick<BroadcastView, 'audience'>): boolean {
  return audience.kind === 'channels'
}
