import { createContext, type ReactNode, useContext } from 'react'
import type { AxisView } from '../../../contract/programme/programme.ts'
import type { Translator } from '../../parts/words/translator.ts'
import type { ServerClock } from '../data/server-clock.ts'

/** What every scene is drawn with. */
export type RoomStage = {
  readonly translator: Translator
  readonly clock: ServerClock
  readonly axes: readonly AxisView[]
}

const Stage = createContext<RoomStage | undefined>(undefined)

export function StageProvider({ stage, children }: { stage: RoomStage; children: ReactNode }) {
  return <Stage value={stage}>{children}</Stage>
}

/** @throws Error outside a room */
export function useStage(): RoomStage {
  const stage = useContext(Stage)
  if (!stage) throw new Error('no room is drawn here')
  return stage
}
