import { Button } from '@fluentui/react-components'
import { type ReactNode, useRef, useState } from 'react'
import type { SourceName } from '../board/sources.ts'
import { useDesk } from './desk.tsx'
import { ReadOn } from './read-on.tsx'

type Props<T> = {
  /** Undefined when it could not be read. */
  readonly items: readonly T[] | undefined
  readonly limit: number
  readonly empty: ReactNode
  readonly draw: (item: T) => ReactNode
  /** Where the items come from, when not all of it is read at first. */
  readonly source?: SourceName
}

/** The first `limit` of a list, the rest on demand, or what to say when there is nothing. */
export function ShortList<T extends { readonly id: string }>(props: Props<T>) {
  const { items, limit, empty, draw, source } = props
  const { speech, cut } = useDesk()
  const [open, setOpen] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  if (!items) return <p className="quiet">{speech.say('tab.unread')}</p>
  const longer = source !== undefined && cut[source] === true
  const hidden = items.length > limit
  // « Voir les 20 » would pass for all of them.
  const all = longer ? speech.say('tab.rest') : speech.say('tab.more', { count: items.length })
  return (
    <>
      <ul className="rows" ref={list} tabIndex={-1}>
        {(open ? items : items.slice(0, limit)).map(item => (
          <li key={item.id} tabIndex={-1}>
            {draw(item)}
          </li>
        ))}
      </ul>
      {items.length === 0 && !longer && empty}
      <ReadOn
        sources={source && longer && (open || !hidden) ? [source] : []}
        list={list}
        count={items.length}
        begun={() => setOpen(true)}
      />
      {hidden && (
        <Button appearance="transparent" className="more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? speech.say('tab.less') : all}
        </Button>
      )}
    </>
  )
}
