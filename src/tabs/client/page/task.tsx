import type { ReactNode } from 'react'

type Parts = {
  readonly icon: ReactNode
  readonly title: string
  readonly fact: string
  /** What more there is to know before acting. */
  readonly about?: ReactNode
  readonly children: ReactNode
}

/** One thing that waits: what it is, and what can be done about it here. */
export function Task({ icon, title, fact, about, children }: Parts) {
  return (
    <>
      <span className="task-icon">{icon}</span>
      <div className="task-text">
        <h3>{title}</h3>
        <p className="quiet">{fact}</p>
        <div className="task-about">{about}</div>
      </div>
      <div className="acts">{children}</div>
    </>
  )
}
