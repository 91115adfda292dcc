import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { KeptDayView } from '../../../../contract/attendance.ts'
import type { Call } from '../../../data/api/call.ts'
import { useNarrow } from '../../../parts/page/narrow.ts'

export type PanelProps = { readonly workshop: KeptDayView; readonly call: Call }

/** One part of a workshop's page: a card that reads what it shows by itself. */
type WorkshopPanel = {
  readonly name: string
  /** States of a workshop that was called off in which the panel still applies. */
  readonly holds?: readonly ('cancelled' | 'postponed')[]
  /** It prepares the workshop: of one that is over there is nothing left of it. */
  readonly prepares?: true
  readonly Panel: LazyExoticComponent<ComponentType<PanelProps>>
}

/** In the order of the page. */
const PANELS: readonly WorkshopPanel[] = [
  { name: 'day', holds: ['cancelled', 'postponed'], Panel: lazy(() => import('../day/day-panel.tsx')) },
  {
    name: 'order',
    holds: ['postponed'],
    prepares: true,
    Panel: lazy(() => import('../room/order-panel.tsx')),
  },
  { name: 'tables', Panel: lazy(() => import('../tables/tables-panel.tsx')) },
  { name: 'leaders', holds: ['postponed'], Panel: lazy(() => import('../tables/facilitators-panel.tsx')) },
  {
    name: 'needs',
    holds: ['postponed'],
    prepares: true,
    Panel: lazy(() => import('../day/needs-panel.tsx')),
  },
  { name: 'after', Panel: lazy(() => import('../day/after-panel.tsx')) },
  { name: 'harvest', Panel: lazy(() => import('../day/harvest-panel.tsx')) },
]

/**
 * Panels of a workshop's page; fewer for one that was called off. On a phone, once it has begun, harvested ideas come
 * first, for facilitators among the tables.
 */
export function usePanels(
  { begun, over }: KeptDayView,
  off: 'cancelled' | 'postponed' | undefined,
): readonly WorkshopPanel[] {
  const narrow = useNarrow()
  if (off !== undefined) return PANELS.filter(({ holds }) => holds?.includes(off))
  const panels = over ? PANELS.filter(({ prepares }) => !prepares) : PANELS
  if (!narrow || !begun) return panels
  return panels.toSorted((a, b) => Number(b.name === 'harvest') - Number(a.name === 'harvest'))
}
