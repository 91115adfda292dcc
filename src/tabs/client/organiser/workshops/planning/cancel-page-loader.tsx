import { type ComponentProps, lazy } from 'react'
import { LazyPart } from '../../../parts/notices/lazy-part.tsx'
import { SkeletonRows } from '../../../parts/start/skeleton.tsx'

const OffPage = lazy(() => import('./cancel-page.tsx'))

/** Loads the page for calling off a workshop or series on demand. */
export function CancelPageLoader(props: ComponentProps<typeof OffPage>) {
  return (
    <LazyPart fallback={<SkeletonRows />}>
      <OffPage {...props} />
    </LazyPart>
  )
}
