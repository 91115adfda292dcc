import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { KeptDayView } from '../../../../contract/attendance.ts'
import type { Call } from '../../../data/api/call.ts'
import { useNarrow } from '../../../parts/page/narrow.ts'

export type PanelProps = { readonly workshop: KeptDayView; readonly call: Call }

/** One part of a workshop's page: a card that reads what it shows by itself. */
export type WorkshopPanel<Props = PanelProps> = {
  readonly name: string
  readonly Panel: LazyExoticComponent<ComponentType<Props>>
}

const DAY: WorkshopPanel = { name: 'day', Panel: lazy(() => import('../day/day-panel.tsx')) }
const REMOTE: WorkshopPanel = { name: 'remote', Panel: lazy(() => import('../room/remote-panel.tsx')) }
const VOTE: WorkshopPanel = { name: 'vote', Panel: lazy(() => import('../room/vote-panel.tsx')) }
const HARVEST: WorkshopPanel = { name: 'harvest', Panel: lazy(() => import('../day/harvest-panel.tsx')) }

/** On a phone, once it has begun, harvested ideas come first: their facilitators stand among the tables. */
export function usePanelOrder<Props>(
  panels: readonly WorkshopPanel<Props>[],
  { begun }: Pick<KeptDayView, 'begun'>,
): readonly WorkshopPanel<Props>[] {
  const narrow = useNarrow()
  if (!narrow || !begun) return panels
  return panels.toSorted((a, b) => Number(b.name === 'harvest') - Number(a.name === 'harvest'))
}

/** Panels for a facilitator, who organises nothing. */
export function useFacilitatorPanels(workshop: KeptDayView): readonly WorkshopPanel[] {
  return usePanelOrder(workshop.off ? [DAY] : [REMOTE, VOTE, DAY, HARVEST], workshop)
}
