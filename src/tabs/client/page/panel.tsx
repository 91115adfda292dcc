import { Button } from '@fluentui/react-components'
import { type ReactNode, useId, useState } from 'react'
import { useDesk } from './desk.tsx'

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

type ListProps<T> = {
  /** Undefined when it could not be read. */
  readonly items: readonly T[] | undefined
  readonly limit: number
  readonly empty: ReactNode
  readonly draw: (item: T) => ReactNode
}

/** The first `limit` of a list, the rest behind « Voir les N », or what to say when there is nothing. */
export function ShortList<T extends { readonly id: string }>({ items, limit, empty, draw }: ListProps<T>) {
  const { speech } = useDesk()
  const [open, setOpen] = useState(false)
  if (!items) return <p className="quiet">{speech.say('tab.unread')}</p>
  if (items.length === 0) return <>{empty}</>
  const hidden = items.length > limit
  return (
    <>
      <ul className="rows">
        {(open ? items : items.slice(0, limit)).map(item => (
          <li key={item.id}>{draw(item)}</li>
        ))}
      </ul>
      {hidden && (
        <Button appearance="transparent" className="more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? speech.say('tab.less') : speech.say('tab.more', { count: items.length })}
        </Button>
      )}
    </>
  )
}
