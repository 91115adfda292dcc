import { type ComponentProps, lazy } from 'react'
import { Part } from '../../../parts/notices/lazy-part.tsx'
import { Bones } from '../../../parts/start/skeleton.tsx'

const OffPage = lazy(() => import('./cancel-page.tsx'))

/** Where a workshop, or a whole series, is called off; its code comes once somebody goes there. */
export function OffPlace(props: ComponentProps<typeof OffPage>) {
  return (
    <Part fallback={<Bones />}>
      <OffPage {...props} />
    </Part>
  )
}
