import { lazy } from 'react'
import type { ChecklistView } from '../../../../contract/workshops/checklist.ts'
import type { SheetView } from '../../../../contract/workshops/planning.ts'
import type { WorkshopFace } from '../workshop/face.ts'
import type { PanelProps, WorkshopPanel } from '../workshop/panels.ts'

/** What a panel of an organiser's page may use; one that needs the workshop alone takes `PanelProps`. */
export type FacePanelProps = PanelProps & {
  readonly sheet: SheetView
  /** Absent until it is read, and where it could not be. */
  readonly checklist?: ChecklistView | undefined
  /** Reads sheet and checklist again, after an act. */
  readonly refresh: () => Promise<void>
}

type FacePanel = WorkshopPanel<FacePanelProps>

const SEATS: FacePanel = { name: 'seats', Panel: lazy(() => import('./seats-panel.tsx')) }
const CHECKLIST: FacePanel = { name: 'checklist', Panel: lazy(() => import('./checklist-panel.tsx')) }
const TABLES: FacePanel = { name: 'tables', Panel: lazy(() => import('../tables/tables-panel.tsx')) }
const LEADERS: FacePanel = { name: 'leaders', Panel: lazy(() => import('../tables/facilitators-panel.tsx')) }
const ORDER: FacePanel = { name: 'order', Panel: lazy(() => import('../room/order-panel.tsx')) }
const REMOTE: FacePanel = { name: 'remote', Panel: lazy(() => import('../room/remote-panel.tsx')) }
const VOTE: FacePanel = { name: 'vote', Panel: lazy(() => import('../room/vote-panel.tsx')) }
const DAY: FacePanel = { name: 'day', Panel: lazy(() => import('../day/day-panel.tsx')) }
const HARVEST: FacePanel = { name: 'harvest', Panel: lazy(() => import('../day/harvest-panel.tsx')) }
const VOTES: FacePanel = { name: 'votes', Panel: lazy(() => import('./votes-panel.tsx')) }
const SUMMARY: FacePanel = { name: 'summary', Panel: lazy(() => import('./summary-panel.tsx')) }
const IDEAS: FacePanel = { name: 'ideas', Panel: lazy(() => import('./ideas-panel.tsx')) }
const REGISTER: FacePanel = { name: 'register', Panel: lazy(() => import('../day/register-panel.tsx')) }
const FEEDBACK: FacePanel = { name: 'feedback', Panel: lazy(() => import('../day/feedback-panel.tsx')) }

/** What each face shows, in the order of the page. A new panel is a line here: the next act leads to it by `name`. */
export const FACE_PANELS: Readonly<Record<WorkshopFace, readonly FacePanel[]>> = {
  prepare: [CHECKLIST, SEATS, TABLES, LEADERS, ORDER],
  run: [REMOTE, VOTE, DAY, HARVEST, VOTES],
  close: [SUMMARY, IDEAS, VOTES, REGISTER, FEEDBACK],
}

/** A workshop that was called off has no faces: who was to come, and, of a postponed one, what stands for its new day. */
export const OFF_PANELS: Readonly<Record<'cancelled' | 'postponed', readonly FacePanel[]>> = {
  cancelled: [SEATS, DAY],
  postponed: [SEATS, DAY, LEADERS, ORDER],
}

/** Counts alone, without a name. */
export const OBSERVER_PANELS: readonly FacePanel[] = [SEATS]
