import { Button } from '@fluentui/react-components'
import { useRef } from 'react'
import type { InitiativeView } from '../../../contract/initiatives/initiatives.ts'
import type { Near } from '../../../contract/primitives.ts'
import { EVERYTHING, type GalleryFilters, isNarrowed } from '../../data/sources/gallery-query.ts'
import { openTab } from '../../host/navigation.ts'
import { NearNote } from '../../parts/lists/near-note.tsx'
import { ReadOn } from '../../parts/lists/read-on.tsx'
import { useBelowFold } from '../../parts/page/below-fold.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Card } from './card.tsx'
import { SEARCH } from './filters.tsx'

/** As many as a phone shows at once. */
const FIRST = 3

/** Empty state, with a button to clear the filters. */
function Nothing({ query, clear }: Pick<Props, 'query' | 'clear'>) {
  const {
    translator: { say },
    acting,
  } = useSession()
  if (!isNarrowed(query)) {
    return (
      <div className="gallery-none">
        <p>{say('empty.gallery')}</p>
        {acting && (
          <Button onClick={() => void openTab('personal', 'propose')}>{say('tab.idea.propose')}</Button>
        )}
      </div>
    )
  }
  const showAll = () => {
    clear({ ...EVERYTHING, sort: query.sort })
    // The button disappears with the filter.
    document.getElementById(SEARCH)?.focus()
  }
  const why = query.q ? say('empty.search', { query: query.q }) : say('gallery.none')
  return (
    <div className="gallery-none">
      <p>{why}</p>
      <Button onClick={showAll}>{say('gallery.clear')}</Button>
    </div>
  )
}

type Props = {
  readonly initiatives: readonly (InitiativeView & Near)[]
  readonly query: GalleryFilters
  readonly clear: (query: GalleryFilters) => void
  /** Reads a page more, when there is one. */
  readonly read: (() => Promise<void>) | undefined
}

/** The initiatives that were found, a card each. */
export function Cards({ initiatives, query, clear, read }: Props) {
  const { translator } = useSession()
  const list = useRef<HTMLUListElement>(null)
  const below = useBelowFold()
  const count = initiatives.length
  if (count === 0) return <Nothing query={query} clear={clear} />
  return (
    <div className="gallery-list">
      <NearNote found={initiatives} />
      {isNarrowed(query) && (
        <p className="quiet">{translator.say(read ? 'gallery.found.first' : 'gallery.found', { count })}</p>
      )}
      <ul
        className="initiatives"
        ref={list}
        tabIndex={-1}
        aria-label={translator.say('initiative.list')}
        aria-busy={!below}
      >
        {(below ? initiatives : initiatives.slice(0, FIRST)).map(initiative => (
          <li key={initiative.id} className="card initiative" tabIndex={-1}>
            <Card initiative={initiative} />
          </li>
        ))}
      </ul>
      <ReadOn read={read} list={list} count={count} />
    </div>
  )
}
