import { Button } from '@fluentui/react-components'
import { useRef } from 'react'
import type { BoxRowView } from '../../../contract/ideas/boxes.ts'
import type { Call } from '../../data/api/call.ts'
import { usePaged } from '../../parts/lists/paged.ts'
import { ReadOn } from '../../parts/lists/read-on.tsx'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { sectionAddress } from '../parts/address.ts'
import { SectionHead } from '../parts/section-head.tsx'
import { BoxRow } from './box-row.tsx'

/** « Questions posées »: the boxes that were opened, what came of each, and its end. */
export function BoxesPage({ call, reading }: { call: Call; reading: boolean }) {
  const { say } = useSession().translator
  const rows = useRef<HTMLOListElement>(null)
  const list = usePaged<BoxRowView>(call, '/idea-boxes', ['ideas'], 'unread.boxes')
  const { items, failure, loadedAt, refresh, readOn, store } = list
  return (
    <>
      <SectionHead
        title={say('queue.boxes')}
        trail={[{ text: say('section.ideas'), href: sectionAddress('ideas') }]}
        about={<p>{say('queue.boxes.about')}</p>}
        acts={
          !reading && (
            <Button as="a" href={sectionAddress('ideas', 'box')}>
              {say('queue.box')}
            </Button>
          )
        }
      />
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
      {!items && !failure && <SkeletonRows count={3} />}
      {items?.length === 0 && <p className="quiet">{say('queue.boxes.none')}</p>}
      {items && items.length > 0 && (
        <ol className="card rows" ref={rows} tabIndex={-1} aria-label={say('queue.boxes')}>
          {items.map(box => (
            <li key={box.id} tabIndex={-1}>
              <BoxRow box={box} store={store} reading={reading} />
            </li>
          ))}
        </ol>
      )}
      <ReadOn read={readOn} list={rows} count={items?.length ?? 0} />
    </>
  )
}
