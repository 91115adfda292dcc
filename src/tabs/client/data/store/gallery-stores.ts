import type { InitiativeSheet, InitiativeView } from '../../../contract/initiatives/initiatives.ts'
import type { InitiativeTrials } from '../../../contract/initiatives/trials.ts'
import type { Store } from './store.ts'

export type ListSources = { readonly initiatives: readonly InitiativeView[] }
export type SheetSources = { readonly sheet: InitiativeSheet; readonly trials: InitiativeTrials }

/** What is known of the gallery and, while one is open, of a sheet. */
export type GalleryStores = {
  readonly list: Store<ListSources>
  readonly sheet?: Store<SheetSources>
}
