import { lazy, useEffect, useRef } from 'react'
import type { Call } from '../../data/api/call.ts'
import { onBack } from '../../host/navigation.ts'
import type { Stale } from '../../parts/notices/failure-page.tsx'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { focusOn } from '../../parts/page/focus.ts'
import { backHome, type PageName, usePageName } from './addresses.ts'

const Pages = lazy(() => import('../pages/pages.tsx'))

/** The page in the address, once loaded. Teams' « Back » returns to the home page, with the focus on the title. */
export function useOtherPage(): PageName | undefined {
  const place = usePageName()
  const before = useRef(place)
  useEffect(() => onBack(backHome), [])
  useEffect(() => {
    if (before.current && !place) focusOn(document.querySelector<HTMLElement>('h1'))
    before.current = place
  }, [place])
  return place
}

type Props = {
  readonly place: PageName
  readonly call: Call
  /** Why the values may be old: shown under the title. */
  readonly stale: Stale | undefined
}

export function OtherPage({ place, call, stale }: Props) {
  return (
    <LazyPart fallback={<div className="elsewhere" aria-busy="true" />}>
      <Pages name={place} call={call} stale={stale} />
    </LazyPart>
  )
}
