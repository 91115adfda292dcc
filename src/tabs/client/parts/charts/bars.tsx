import { createContext, use } from 'react'

/** Distinguished without colour: empty, dotted, hatched, full. */
export type BarFill = 'plain' | 'dots' | 'hatch' | 'full'

/** Prefix of pattern ids: the printed page has patterns of its own, since those of a hidden page fill nothing. */
export const PatternNames = createContext('fill')

function usePaints(): Readonly<Record<BarFill, string>> {
  const names = use(PatternNames)
  return { plain: 'none', dots: `url(#${names}-dots)`, hatch: `url(#${names}-hatch)`, full: 'currentColor' }
}

/** What the bars of the page are filled with; drawn once. */
export function Patterns() {
  const names = use(PatternNames)
  const size = { width: 6, height: 6, patternUnits: 'userSpaceOnUse' }
  return (
    <svg className="patterns" width="0" height="0" aria-hidden="true">
      <pattern id={`${names}-dots`} {...size}>
        <circle cx="2" cy="2" r="1.1" />
        <circle cx="5" cy="5" r="1.1" />
      </pattern>
      <pattern id={`${names}-hatch`} {...size} patternTransform="rotate(45)">
        <rect width="3" height="6" />
      </pattern>
    </svg>
  )
}

export function Swatch({ fill }: { fill: BarFill }) {
  const paints = usePaints()
  return (
    <svg className={`swatch fill-${fill}`} width="14" height="14" aria-hidden="true">
      <rect x="0.5" y="0.5" width="13" height="13" fill={paints[fill]} />
    </svg>
  )
}

type Part = { readonly fill: BarFill; readonly value: number }

/** Parts one after the other, on a scale that `most` fills. The number beside it says the same. */
export function StackedBar({ parts, most }: { parts: readonly Part[]; most: number }) {
  const paints = usePaints()
  const widths = parts.map(({ value }) => (most > 0 ? (100 * value) / most : 0))
  return (
    <svg className="stack" width="100%" height="14" aria-hidden="true">
      {parts.map(({ fill }, at) => {
        const before = widths.slice(0, at).reduce((sum, width) => sum + width, 0)
        const width = widths[at] ?? 0
        if (width === 0) return null
        return (
          <rect
            key={fill}
            className={`fill-${fill}`}
            x={`${before}%`}
            y="0.5"
            width={`${width}%`}
            height="13"
            fill={paints[fill]}
          />
        )
      })}
    </svg>
  )
}
