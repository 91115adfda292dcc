/** Fills that distinguish the parts of a bar without colour. */
export const FILLS = ['full', 'hatch', 'dots', 'empty'] as const
type HatchFill = (typeof FILLS)[number]

/** Drawn once on the page; bars and marks name them. */
export function Patterns() {
  const size = { width: 6, height: 6, patternUnits: 'userSpaceOnUse' }
  return (
    <svg className="patterns" width="0" height="0" aria-hidden="true">
      <pattern id="reach-hatch" {...size} patternTransform="rotate(45)">
        <rect className="ink" width="2.6" height="6" />
      </pattern>
      <pattern id="reach-dots" {...size}>
        <circle className="ink" cx="1.5" cy="1.5" r="1" />
        <circle className="ink" cx="4.5" cy="4.5" r="1" />
      </pattern>
    </svg>
  )
}

function fillOf(fill: HatchFill): Record<string, string> {
  if (fill === 'hatch' || fill === 'dots') return { fill: `url(#reach-${fill})` }
  return {}
}

/** A part's mark, beside its word. */
export function Swatch({ fill }: { fill: HatchFill }) {
  return (
    <svg className={`reach-swatch reach-${fill}`} width="14" height="14" aria-hidden="true">
      <rect x="0.5" y="0.5" width="13" height="13" {...fillOf(fill)} />
    </svg>
  )
}

type Props = { readonly parts: readonly { readonly fill: HatchFill; readonly value: number }[] }

/** A stacked bar. Decorative: the numbers beside it say the same. */
export function HatchBar({ parts }: Props) {
  const whole = parts.reduce((sum, { value }) => sum + value, 0)
  let before = 0
  return (
    <svg className="reach-bar" width="100%" height="16" aria-hidden="true">
      {parts.map(({ fill, value }) => {
        if (value === 0 || whole === 0) return null
        const [x, width] = [before, (100 * value) / whole]
        before += width
        return (
          <rect
            key={fill}
            className={`reach-${fill}`}
            x={`${x}%`}
            y="0.5"
            width={`${width}%`}
            height="15"
            {...fillOf(fill)}
          />
        )
      })}
    </svg>
  )
}
