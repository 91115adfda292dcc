import type { ComponentType, LazyExoticComponent } from 'react'
import type { WorkshopView } from '../../contract/workshops.ts'
import type { Call } from '../api/call.ts'

export type PanelProps = { readonly workshop: WorkshopView; readonly call: Call }

/** One part of a workshop's page: a card that reads what it shows by itself. */
export type WorkshopPanel = {
  readonly name: string
  readonly Panel: LazyExoticComponent<ComponentType<PanelProps>>
}

/** In the order of the page. */
export const PANELS: readonly WorkshopPanel[] = []
