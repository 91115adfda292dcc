import { useLayoutEffect, useRef } from 'react'
import { AxisName } from '../parts/axis-name.tsx'
import { Fit } from '../parts/fit.tsx'
import { Card } from './card.tsx'
import type { WallGroup } from './groups.ts'
import type { WallColumn } from './pages.ts'

type Props = { readonly column: WallColumn; readonly tooHigh: (group: WallGroup) => boolean }

/** Those that came while it stood, for as long as they stay; not those that it began with, or that a page brings back. */
function useFresh(groups: readonly WallGroup[]): (id: string) => boolean {
  const begun = useRef(false)
  const known = useRef(new Map<string, boolean>())
  useLayoutEffect(() => {
    const shown = new Set(groups.map(({ id }) => id))
    for (const id of known.current.keys()) if (!shown.has(id)) known.current.set(id, false)
    for (const id of shown) if (!known.current.has(id)) known.current.set(id, begun.current)
    begun.current = true
  })
  return id => known.current.get(id) ?? begun.current
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
