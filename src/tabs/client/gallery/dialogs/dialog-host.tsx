import { lazy } from 'react'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import type { GalleryRequest } from '../initiative/context.tsx'

const GalleryDialogs = lazy(() => import('./dialogs.tsx'))

type Props = {
  readonly request: GalleryRequest | undefined
  readonly finish: (id?: string) => void
}

/** Renders the requested dialog. The code of dialogs is loaded with the first one. */
export function DialogPlace(props: Props) {
  return (
    <LazyPart>
      <GalleryDialogs {...props} />
    </LazyPart>
  )
}
