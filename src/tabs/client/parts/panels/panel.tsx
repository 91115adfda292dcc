import { type ReactNode, useId } from 'react'

type PanelProps = {
  readonly title: string
  /** Of the heading, where the focus may be sent to it. */
  readonly id?: string
  readonly action?: ReactNode
  readonly children: ReactNode
}

/** A titled card of the side column. */
export function Panel({ title, id: given, action, children }: PanelProps) {
  const own = useId()
  const id = given ?? own
  return (
    <section className="card panel" aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  )
}
