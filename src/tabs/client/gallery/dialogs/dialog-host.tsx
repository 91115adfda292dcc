import { lazy } from 'react'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import type { GalleryRequest } from '../initiative/context.tsx'

const GalleryDialogs = lazy(() => import('./dialogs.tsx'))

type Props = {
  readonly request: GalleryRequest | undefined
  readonly finish: (id?: string) => void
}

/** Draws the dialog that is asked for. The code of dialogs comes with the first one, and stays. */
export function DialogPlace(props: Props) {
  return (
    <LazyPart>
      <GalleryDialogs {...props} />
    </LazyPart>
  )
}
