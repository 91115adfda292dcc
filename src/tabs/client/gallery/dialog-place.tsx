import { lazy } from 'react'
import { Part } from '../page/part.tsx'
import type { GalleryRequest } from './hall.tsx'

const GalleryDialogs = lazy(() => import('./gallery-dialogs.tsx'))

type Props = {
  readonly request: GalleryRequest | undefined
  readonly finish: (id?: string) => void
}

/** Draws the dialog that is asked for. The code of dialogs comes with the first one, and stays. */
export function DialogPlace(props: Props) {
  return (
    <Part>
      <GalleryDialogs {...props} />
    </Part>
  )
}
