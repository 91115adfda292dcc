import { createContext, use } from 'react'
import type { MeView } from '../../../contract/people/people.ts'
import type { AxisView, ProgrammeView } from '../../../contract/programme/programme.ts'
import type { Board } from '../../data/store/store.ts'
import type { Speech } from '../words/translator.ts'
import type { Tell } from './confirmation.tsx'

/** What the parts of any tab stand on, whatever that tab shows. */
export type Ground = {
  readonly speech: Speech
  readonly me: MeView
  readonly programme: ProgrammeView
  /** An observer reads and never acts: no button leads to a refusal. */
  readonly acting: boolean
  /** Reads what the page's own boards do not keep. @throws Failure */
  readonly read: Board['read']
  /** Says `text` to a screen reader without moving the focus. */
  readonly announce: (text: string) => void
  /** Shows what was done, where its own place does not show it. */
  readonly tell: Tell
}

export const GroundContext = createContext<Ground | undefined>(undefined)

export function useGround(): Ground {
  const ground = use(GroundContext)
  if (!ground) throw new Error('no ground under this part of the page')
  return ground
}

export function axisOf({ axes }: ProgrammeView, id: string | undefined): AxisView | undefined {
  return axes.find(axis => axis.id === id)
}
