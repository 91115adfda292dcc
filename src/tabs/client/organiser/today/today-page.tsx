import './today.css'
import { lazy, Suspense } from 'react'
import type { Call } from '../../data/api/call.ts'
import { preloadStore } from '../../data/store/preloaded.ts'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import type { SectionProps } from '../tab/sections.ts'
import { READERS } from './sources.ts'
import { Today } from './today.tsx'

const New = lazy(() => import('./new-page.tsx'))
const Steps = lazy(() => import('./steps-page.tsx'))

/** « Aujourd’hui »; from its alerts, next steps of the Lab'; from its head, what may be begun. */
export default function TodayPage({ call, path: [page] }: SectionProps) {
  const shown = page === 'steps' ? <Steps /> : page === 'new' && <New />
  if (!shown) return <Today call={call} />
  return <Suspense fallback={<SkeletonRows />}>{shown}</Suspense>
}

export const beginReading = (call: Call) => void preloadStore(call, 'today', READERS)
