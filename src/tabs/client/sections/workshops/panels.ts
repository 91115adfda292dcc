import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { KeptDayView } from '../../../contract/attendance.ts'
import type { Call } from '../../api/call.ts'

export type PanelProps = { readonly workshop: KeptDayView; readonly call: Call }

/** One part of a workshop's page: a card that reads what it shows by itself. */
export type WorkshopPanel = {
  readonly name: string
  readonly Panel: LazyExoticComponent<ComponentType<PanelProps>>
}

/** In the order of the page. */
export const PANELS: readonly WorkshopPanel[] = [
  { name: 'day', Panel: lazy(() => import('./day-panel.tsx')) },
  { name: 'tables', Panel: lazy(() => import('./tables-panel.tsx')) },
  { name: 'leaders', Panel: lazy(() => import('./leaders-panel.tsx')) },
  { name: 'needs', Panel: lazy(() => import('./needs-panel.tsx')) },
  { name: 'after', Panel: lazy(() => import('./after-panel.tsx')) },
  { name: 'harvest', Panel: lazy(() => import('./harvest-panel.tsx')) },
]
