import type { ReactNode } from 'react'
import type { ChangeTopic } from '../../../../../kernel/storage/change-topic.ts'
import type { ChecklistView } from '../../../../contract/workshops/checklist.ts'
import { useWhole } from '../../parts/use-reading.ts'
import type { WorkshopFace } from '../workshop/face.ts'
import { PanelList } from '../workshop/panel-list.tsx'
import { usePanelOrder } from '../workshop/panels.ts'
import { FACE_PANELS, type FacePanelProps } from './face-panels.ts'
import { FACE, FaceTabs, tabOf } from './face-tabs.tsx'
import { NextAct } from './next-act.tsx'
import { SheetActs } from './sheet-acts.tsx'
import { useFace } from './use-face.ts'

/** What ticks a step. */
const TOPICS: readonly ChangeTopic[] = ['workshops', 'channels', 'attendance', 'ideas', 'ballots']

type Props = Omit<FacePanelProps, 'checklist'> & {
  readonly named: WorkshopFace | undefined
  /** The head of the page, with the acts of the face. */
  readonly head: (acts: ReactNode) => ReactNode
}

/** The three faces of a workshop: the one of the moment, or the one that was chosen, with one next act on top. */
export function FacesPage({ workshop, call, sheet, refresh, named, head }: Props) {
  const { id } = workshop
  const path = `/workshops/${encodeURIComponent(id)}/checklist`
  const read = useWhole<ChecklistView>(call, path, TOPICS, 'unread.workshops')
  const { value: checklist } = read
  const again = () => Promise.all([refresh(), read.refresh()]).then(() => {})
  const { face, turn } = useFace(sheet, named, again)
  // What could not be read does not keep anybody from the summary: its own page tells.
  const act =
    checklist?.next[face] ?? (read.failure && face === 'close' && workshop.over ? 'publish' : undefined)
  const panels = usePanelOrder(FACE_PANELS[face], workshop)
  const acts = (face === 'prepare' || act) && (
    <>
      {face === 'prepare' && <SheetActs sheet={sheet} />}
      {act && <NextAct act={act} sheet={sheet} />}
    </>
  )
  return (
    <>
      {head(acts)}
      <FaceTabs face={face} turn={turn} />
      <div className="face" id={FACE} role="tabpanel" aria-labelledby={tabOf(face)}>
        <PanelList of={id} panels={panels} props={{ workshop, call, sheet, checklist, refresh: again }} />
      </div>
    </>
  )
}
