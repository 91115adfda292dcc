import './today.css'
import { lazy, Suspense } from 'react'
import type { Call } from '../../data/api/call.ts'
import { lastToday } from '../../data/sources/last-start.ts'
import { TODAY_READERS } from '../../data/sources/today.ts'
import { preloadStore } from '../../data/store/preloaded.ts'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import type { SectionProps } from '../tab/sections.ts'
import { Today } from './today.tsx'

const New = lazy(() => import('./new-page.tsx'))
const Steps = lazy(() => import('./steps-page.tsx'))

/** « Aujourd’hui »; from its alerts, next steps of the Lab'; from its head, what may be begun. */
export default function TodayPage({ call, path: [page] }: SectionProps) {
  const shown = page === 'steps' ? <Steps /> : page === 'new' && <New />
  if (!shown) return <Today call={call} />
  return <Suspense fallback={<SkeletonRows />}>{shown}</Suspense>
}

/** Resolves at once, or where the early requests asked for all of it, once it is here: it is then drawn as a whole. */
export async function beginReading(call: Call): Promise<void> {
  const early = lastToday.recall() !== ''
  lastToday.remember('yes')
  const store = preloadStore(call, 'today', TODAY_READERS)
  if (early) await store.refresh()
}
