import type { ReactNode } from 'react'
import { useNarrow } from '../../../parts/page/narrow.ts'

type Placed = { readonly head?: ReactNode; readonly foot?: ReactNode }

/** Where the acts of a page stand, so that they stay in sight: in its head, or at the foot of a phone's. */
export function usePlaces(acts: ReactNode): Placed {
  const narrow = useNarrow()
  if (!acts) return {}
  return narrow ? { foot: <div className="acts cast-acts">{acts}</div> } : { head: acts }
}
