import { useLayoutEffect, useRef, useState } from 'react'
import { Card } from './card.tsx'
import type { WallGroup } from './groups.ts'

type Heights = ReadonlyMap<string, number>
const NONE: Heights = new Map()

/** What a card looks like, as far as its height goes. */
const faceOf = ({ shown, count }: WallGroup) =>
  [shown.text, shown.table ?? '', shown.supports > 0, count > 1].join('\u0000')

type Measured = {
  /** How high the card of a group is; undefined until it is known. */
  readonly heightOf: (group: WallGroup) => number | undefined
  /** Where those that are not known are drawn, unseen, as wide as a column. */
  readonly bench: React.ReactNode
}

/** How high the cards are in a column of `width` px: each is drawn once, unseen. */
export function useHeights(groups: readonly WallGroup[], width: number, side: number): Measured {
  const ref = useRef<HTMLDivElement>(null)
  const [known, setKnown] = useState<{ width: number; heights: Heights }>({ width, heights: NONE })
  const heights = known.width === width ? known.heights : NONE
  const wanted = width > 0 ? groups.filter(group => !heights.has(faceOf(group))) : []
  useLayoutEffect(() => {
    const drawn = [...(ref.current?.children ?? [])]
    if (wanted.length === 0 || drawn.length !== wanted.length) return
    const found = wanted.map(
      (group, at) => [faceOf(group), (drawn[at] as HTMLElement | undefined)?.offsetHeight ?? 0] as const,
    )
    setKnown({ width, heights: new Map([...heights, ...found]) })
  })
  return {
    heightOf: group => heights.get(faceOf(group)),
    bench: (
      <div
        ref={ref}
        className={`wall-bench side-${side}`}
        aria-hidden="true"
        style={{ inlineSize: `${width}px` }}
      >
        {wanted.map(group => (
          <Card key={group.id} group={group} />
        ))}
      </div>
    ),
  }
}
