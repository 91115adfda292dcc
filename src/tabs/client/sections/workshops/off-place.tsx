import { type ComponentProps, lazy } from 'react'
import { Bones } from '../../page/bones.tsx'
import { Part } from '../../page/part.tsx'

const OffPage = lazy(() => import('./off-page.tsx'))

/** Where a workshop, or a whole series, is called off; its code comes once somebody goes there. */
export function OffPlace(props: ComponentProps<typeof OffPage>) {
  return (
    <Part fallback={<Bones />}>
      <OffPage {...props} />
    </Part>
  )
}
