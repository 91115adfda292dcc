import { createContext, use } from 'react'
import type { MeView } from '../../contract/people.ts'
import type { AxisView, ProgrammeView } from '../../contract/programme.ts'
import type { Acts } from '../board/acts.ts'
import type { Board } from '../board/board.ts'
import type { Snapshot } from '../board/snapshot.ts'
import type { Sources } from '../board/sources.ts'
import type { DialogRequest } from '../dialogs/request.ts'
import type { Speech } from '../words/speech.ts'

/** What every part of the page works with. */
export type Desk = {
  readonly speech: Speech
  readonly acts: Acts
  readonly values: Partial<Sources>
  /** The lists that go on beyond what was read, and a way to read a page more of them. */
  readonly cut: Snapshot['cut']
  readonly readOn: Board['readOn']
  readonly me: MeView
  readonly programme: ProgrammeView
  /** An observer reads and never acts: no button leads to a refusal. */
  readonly acting: boolean
  /** Says `text` to a screen reader without moving the focus. */
  readonly announce: (text: string) => void
  /** Opens a dialog; closing it gives the focus back to `from`, by default what holds it now. */
  readonly open: (dialog: DialogRequest, from?: HTMLElement | null) => void
}

export const DeskContext = createContext<Desk | undefined>(undefined)

export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (!desk) throw new Error('no desk around this part of the page')
  return desk
}

export function axisOf({ axes }: ProgrammeView, id: string | undefined): AxisView | undefined {
  return axes.find(axis => axis.id === id)
}
