import { createContext, use } from 'react'
import type { InitiativeSheet, InitiativeView } from '../../../contract/initiatives/initiatives.ts'
import type { GalleryActs } from '../../data/actions/gallery.ts'

/** A request to open a dialog. */
export type GalleryRequest =
  | { readonly kind: 'join' | 'carry' | 'leave'; readonly initiative: InitiativeView }
  | { readonly kind: 'inspire' | 'hand-over'; readonly sheet: InitiativeSheet }
  /** `tested`: a trial runs, which the phase follows. */
  | { readonly kind: 'edit'; readonly sheet: InitiativeSheet; readonly tested: boolean }

/** What every part of the gallery works with, beside the session of any tab. */
type GalleryTab = {
  readonly acts: GalleryActs
  /** Opens a dialog; closing it gives the focus back, to `from` where it is a button behind a menu. */
  readonly open: (dialog: GalleryRequest, from?: HTMLElement | null) => void
}

export const GalleryTabContext = createContext<GalleryTab | undefined>(undefined)

export function useGalleryTab(): GalleryTab {
  const tab = use(GalleryTabContext)
  if (!tab) throw new Error('no gallery around this part of the page')
  return tab
}
