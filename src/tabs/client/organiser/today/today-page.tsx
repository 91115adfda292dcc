import './today.css'
import { lazy, Suspense } from 'react'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import type { SectionProps } from '../tab/sections.ts'
import { Today } from './today.tsx'

const Channels = lazy(() => import('./channels-page.tsx'))

/** « Aujourd’hui »; and, from its first steps, the channels. */
export default function TodayPage({ call, path: [page] }: SectionProps) {
  if (page !== 'channels') return <Today call={call} />
  return (
    <Suspense fallback={<SkeletonRows />}>
      <Channels call={call} />
    </Suspense>
  )
}
