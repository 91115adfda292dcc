import { type ReactNode, useId } from 'react'

type PanelProps = { readonly title: string; readonly action?: ReactNode; readonly children: ReactNode }

/** A titled card of the side column. */
export function Panel({ title, action, children }: PanelProps) {
  const id = useId()
  return (
    <section className="card panel" aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  )
}
