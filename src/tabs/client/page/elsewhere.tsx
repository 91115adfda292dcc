import { lazy, useEffect, useRef } from 'react'
import type { Call } from '../api/call.ts'
import { onBack } from '../host/navigation.ts'
import { Part } from './part.tsx'
import { backHome, type PlaceName, usePlace } from './place.ts'

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
    if (before.current && !place) document.querySelector<HTMLElement>('h1')?.focus()
    before.current = place
  }, [place])
  return place
}

export function Elsewhere({ place, call }: { place: PlaceName; call: Call }) {
  return (
    <Part fallback={<div className="elsewhere" aria-busy="true" />}>
      <Places name={place} call={call} />
    </Part>
  )
}
