import type { ReactNode } from 'react'
import { FactLine } from '../../parts/panels/fact-line.tsx'

type Parts = {
  readonly icon: ReactNode
  /** Of the title, where the focus may be sent to it. */
  readonly id?: string
  readonly title: string
  readonly facts: readonly string[]
  /** What more there is to know before acting. */
  readonly about?: ReactNode
  readonly children: ReactNode
}

/** A task, with its acts. */
export function Task({ icon, id, title, facts, about, children }: Parts) {
  return (
    <>
      <span className="task-icon">{icon}</span>
      <div className="task-text">
        <h3 {...(id !== undefined && { id, tabIndex: -1 })}>{title}</h3>
        <FactLine of={facts} />
        <div className="task-about">{about}</div>
      </div>
      <div className="acts">{children}</div>
    </>
  )
}
