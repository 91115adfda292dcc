import type { ReactNode } from 'react'

export type BadgeTone = 'good' | 'brand' | 'warning' | 'danger' | 'neutral'

/** A state's word on its tint. The word alone carries the sense. */
export function StateBadge({ tone, children }: { tone: BadgeTone; children: ReactNode }) {
  return <span className={`badge badge-${tone}`}>{children}</span>
}
