import { useEffect, useRef } from 'react'
import { AxisName } from '../parts/axis-name.tsx'
import { Fit } from '../parts/fit.tsx'
import { Card } from './card.tsx'
import type { WallGroup } from './groups.ts'
import type { WallColumn } from './pages.ts'

type Props = { readonly column: WallColumn; readonly tooHigh: (group: WallGroup) => boolean }

/** Those that were not there the last time it was drawn; at first, none. */
function useFresh(groups: readonly WallGroup[]): (id: string) => boolean {
  const seen = useRef<ReadonlySet<string>>(undefined)
  useEffect(() => {
    seen.current = new Set([...(seen.current ?? []), ...groups.map(({ id }) => id)])
  })
  return id => seen.current !== undefined && !seen.current.has(id)
}

export function WallColumnView({ column: { axis, groups }, tooHigh }: Props) {
  const fresh = useFresh(groups)
  return (
    <section className="wall-column">
      {axis && (
        <Fit className="column-head">
          <h2>
            <AxisName id={axis} />
          </h2>
        </Fit>
      )}
      <ul>
        {groups.map(group => (
          <Card key={group.id} group={group} shrunk={tooHigh(group)} fresh={fresh(group.id)} />
        ))}
      </ul>
    </section>
  )
}
