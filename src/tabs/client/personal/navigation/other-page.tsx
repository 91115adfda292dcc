import { lazy, useEffect, useRef } from 'react'
import type { Call } from '../../data/api/call.ts'
import { onBack } from '../../host/navigation.ts'
import type { Stale } from '../../parts/notices/failure-page.tsx'
import { Part } from '../../parts/notices/lazy-part.tsx'
import { focusOn } from '../../parts/page/focus.ts'
import { backHome, type PlaceName, usePlace } from './addresses.ts'

const Places = lazy(() => import('../pages/pages.tsx'))

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
