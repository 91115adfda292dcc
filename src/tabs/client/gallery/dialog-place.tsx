import { lazy, Suspense } from 'react'
import type { GalleryRequest } from './hall.tsx'

const GalleryDialogs = lazy(() => import('./gallery-dialogs.tsx'))

type Props = {
  readonly request: GalleryRequest | undefined
  readonly finish: (id?: string) => void
}

/** Draws the dialog that is asked for. The code of dialogs comes with the first one, and stays. */
export function DialogPlace(props: Props) {
  return (
    <Suspense fallback={null}>
      <GalleryDialogs {...props} />
    </Suspense>
  )
}
