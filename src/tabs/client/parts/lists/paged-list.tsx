import { type ReactNode, useRef } from 'react'
import type { Pages } from './pages.ts'
import { Pending } from './pending.tsx'
import { ReadOn } from './read-on.tsx'

type Props<T> = {
  readonly pages: Pages<T>
  readonly label: string
  readonly className?: string
  /** Empty state. */
  readonly empty?: string
  readonly idOf: (item: T, at: number) => string
  readonly draw: (item: T) => ReactNode
}

/** A list of a dialog: what was read of it, why the rest could not be, and the way on. */
export function PagedList<T>({ pages, label, className = 'rows', empty, idOf, draw }: Props<T>) {
  const list = useRef<HTMLOListElement>(null)
  const { items, next, reading, failure } = pages
  return (
    <>
      <ol className={className} aria-label={label} aria-busy={reading} ref={list} tabIndex={-1}>
        {items.map((item, at) => (
          <li key={idOf(item, at)} id={idOf(item, at)} tabIndex={-1}>
            {draw(item)}
          </li>
        ))}
      </ol>
      {(failure || (reading && items.length === 0)) && <Pending failure={failure} again={pages.more} />}
      {empty && items.length === 0 && !failure && !reading && <p className="quiet">{empty}</p>}
      <ReadOn read={next && !failure ? pages.more : undefined} list={list} count={items.length} />
    </>
  )
}
