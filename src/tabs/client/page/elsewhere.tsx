import { lazy, useEffect, useRef } from 'react'
import type { Call } from '../api/call.ts'
import { onBack } from '../host/navigation.ts'
import { focusOn } from './focus.ts'
import { Part } from './part.tsx'
import { backHome, type PlaceName, usePlace } from './place.ts'
import type { Stale } from './trouble.tsx'

const Places = lazy(() => import('../places/places.tsx'))

/**
 * The page that the address names, once it has come. Teams' own « Back » leads home, and whoever comes home finds the
 * focus on the page's title.
 */
export function useElsewhere(): PlaceName | undefined {
  const place = usePlace()
  const before = useRef(place)
  useEffect(() => onBack(backHome), [])
  useEffect(() => {
    if (before.current && !place) focusOn(document.querySelector<HTMLElement>('h1'))
    before.current = place
  }, [place])
  return place
}

type Props = {
  readonly place: PlaceName
  readonly call: Call
  /** Why what the board holds may be old: stands under the page's name. */
  readonly stale: Stale | undefined
}

export function Elsewhere({ place, call, stale }: Props) {
  return (
    <Part fallback={<div className="elsewhere" aria-busy="true" />}>
      <Places name={place} call={call} stale={stale} />
    </Part>
  )
}
