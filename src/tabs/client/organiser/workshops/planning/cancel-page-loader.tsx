import { type ComponentProps, lazy } from 'react'
import { LazyPart } from '../../../parts/notices/lazy-part.tsx'
import { SkeletonRows } from '../../../parts/start/skeleton.tsx'

const OffPage = lazy(() => import('./cancel-page.tsx'))

/** Where a workshop, or a whole series, is called off; its code comes once somebody goes there. */
export function CancelPageLoader(props: ComponentProps<typeof OffPage>) {
  return (
    <LazyPart fallback={<SkeletonRows />}>
      <OffPage {...props} />
    </LazyPart>
  )
}
