import type { ReactNode } from 'react'
import { useNarrow } from '../../../parts/page/narrow.ts'

type Placed = { readonly head?: ReactNode; readonly foot?: ReactNode }

/** Places the acts of a page where they stay visible: in its head, or at the foot on a phone. */
export function usePlaces(acts: ReactNode): Placed {
  const narrow = useNarrow()
  if (!acts) return {}
  return narrow ? { foot: <div className="acts cast-acts">{acts}</div> } : { head: acts }
}
