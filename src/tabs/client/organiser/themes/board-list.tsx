import { useRef } from 'react'
import type { ChangeTopic } from '../../../../kernel/storage/change-topic.ts'
import type { PlacedIdeaView, StanceName } from '../../../contract/ideas/themes.ts'
import { usePaged } from '../../parts/lists/paged.ts'
import { ReadOn } from '../../parts/lists/read-on.tsx'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { useBoard } from './board-context.ts'
import { useClose } from './close-ideas.tsx'
import type { ListPlace } from './move-choices.ts'
import { PlacedRow } from './placed-row.tsx'

const TOPICS: readonly ChangeTopic[] = ['themes', 'ideas']

type Props = {
  readonly place: ListPlace
  /** Of a theme: those for it, or against it, alone. */
  readonly stance?: StanceName
  readonly name: string
}

/** One list of the board, page by page. */
export function BoardList({ place, stance, name }: Props) {
  const { axis, call } = useBoard()
  const rows = useRef<HTMLOListElement>(null)
  const wanted = new URLSearchParams({ axis, ...place, ...(stance && { stance }) })
  const list = usePaged<PlacedIdeaView>(call, `/themes/ideas?${wanted}`, TOPICS, 'unread.themes')
  const { items, failure, loadedAt, refresh, readOn } = list
  const close = useClose(items)
  const moved = () => void refresh()
  return (
    <>
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
      {!items && !failure && <SkeletonRows count={3} />}
      {items && (
        <ol className="rows theme-rows" ref={rows} tabIndex={-1} aria-label={name}>
          {items.map(idea => (
            <PlacedRow
              key={idea.id}
              idea={idea}
              place={place}
              heir={rows}
              moved={moved}
              close={close.get(idea.id)}
            />
          ))}
        </ol>
      )}
      <ReadOn read={readOn} list={rows} count={items?.length ?? 0} />
    </>
  )
}
