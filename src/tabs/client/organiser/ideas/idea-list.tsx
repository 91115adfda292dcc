import { Button } from '@fluentui/react-components'
import { useRef } from 'react'
import type { RegisterView } from '../../../contract/ideas/register.ts'
import type { Near } from '../../../contract/primitives.ts'
import { NearNote } from '../../parts/lists/near-note.tsx'
import type { Paged } from '../../parts/lists/paged.ts'
import { ReadOn } from '../../parts/lists/read-on.tsx'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { SEARCH } from './filters.tsx'
import { IdeaRow } from './idea-row.tsx'
import { addressOf, isNarrowed, type RegisterQuery } from './query.ts'

const EMPTY = {
  waiting: 'queue.empty.waiting',
  reported: 'idea.queue.reported.empty',
  studied: 'queue.empty.studied',
  decided: 'queue.empty.decided',
  hidden: 'idea.queue.hidden.empty',
  all: 'queue.empty.all',
} as const

function Nothing({ query, clear }: { query: RegisterQuery; clear: () => void }) {
  const { say } = useSession().translator
  if (!isNarrowed(query)) return <p className="card queue-none">{say(EMPTY[query.part])}</p>
  return (
    <div className="card queue-none">
      <p>{query.q ? say('empty.search', { query: query.q }) : say('queue.none')}</p>
      <Button
        onClick={() => {
          clear()
          // The button disappears with the filter.
          document.getElementById(SEARCH)?.focus()
        }}
      >
        {say('gallery.clear')}
      </Button>
    </div>
  )
}

type Props = {
  readonly list: Paged<RegisterView & Near>
  readonly query: RegisterQuery
  /** Id of the idea open beside the list. */
  readonly beside: string | undefined
  readonly clear: () => void
  readonly reading: boolean
}

/** The ideas that were asked for, in their order. */
export function IdeaList({ list, query, beside, clear, reading }: Props) {
  const { say } = useSession().translator
  const rows = useRef<HTMLOListElement>(null)
  const { items, failure, loadedAt, refresh, readOn } = list
  return (
    <div className="queue-list" aria-busy={!items && !failure}>
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
      {!items && !failure && <SkeletonRows count={6} />}
      {items?.length === 0 && <Nothing query={query} clear={clear} />}
      <NearNote found={items} />
      {items && items.length > 0 && (
        <ol className="card queue-rows" ref={rows} tabIndex={-1} aria-label={say('queue.list')}>
          {items.map(idea => (
            <li key={idea.id} tabIndex={-1}>
              <IdeaRow
                idea={idea}
                href={addressOf(query, idea.id)}
                current={idea.id === beside}
                reading={reading}
                beside={beside !== undefined}
              />
            </li>
          ))}
        </ol>
      )}
      <ReadOn read={readOn} list={rows} count={items?.length ?? 0} />
    </div>
  )
}
