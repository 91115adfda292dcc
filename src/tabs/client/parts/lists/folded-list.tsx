import { Button } from '@fluentui/react-components'
import { type ReactNode, useRef, useState } from 'react'
import type { PartKey } from '../../data/api/failure.ts'
import { Unread } from '../notices/unread-notice.tsx'
import { useSession } from '../page/context.tsx'
import { ReadOn } from './read-on.tsx'

type Item = { readonly id: string }
type Props<T> = {
  /** Undefined when it could not be read. */
  readonly items: readonly T[] | undefined
  /** What it says then. */
  readonly part?: PartKey
  readonly limit: number
  /** Their number, where some are still shown that no longer count. */
  readonly count?: number
  readonly empty: ReactNode
  readonly draw: (item: T) => ReactNode
  /** Reads another page, when there is one. */
  readonly read?: (() => Promise<void>) | undefined
  /** There are more than these, which somebody else reads on. */
  readonly partial?: boolean
}

/** The first `limit` of a list, the rest on demand, or what to say when there is nothing. */
export function FoldedList<T extends Item>({ partial = false, ...list }: Props<T>) {
  const { items, part = 'unread.part', limit, count, empty, draw, read } = list
  const { translator } = useSession()
  const [open, setOpen] = useState(false)
  const rows = useRef<HTMLUListElement>(null)
  if (!items) return <Unread parts={[part]} />
  const hidden = items.length > limit
  // « Voir les 20 » would pass for all of them.
  const all =
    read || partial
      ? translator.say('tab.rest')
      : translator.say('tab.more', { count: count ?? items.length })
  return (
    <>
      <Unread parts={[part]} shown />
      {items.length > 0 && (
        <ul className="rows" ref={rows} tabIndex={-1}>
          {(open ? items : items.slice(0, limit)).map(item => (
            <li key={item.id}>{draw(item)}</li>
          ))}
        </ul>
      )}
      {items.length === 0 && (read ? <p className="quiet">{translator.say('tab.rest.none')}</p> : empty)}
      <ReadOn
        read={open || !hidden ? read : undefined}
        list={rows}
        count={items.length}
        begun={() => setOpen(true)}
      />
      {hidden && (
        <Button appearance="transparent" className="more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? translator.say('tab.less') : all}
        </Button>
      )}
    </>
  )
}
