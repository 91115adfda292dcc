import { useRef, useState } from 'react'
import type { WatchedCommentView } from '../../../contract/ideas/comments.ts'
import type { Call } from '../../data/api/call.ts'
import { type Paged, usePaged } from '../../parts/lists/paged.ts'
import { ReadOn } from '../../parts/lists/read-on.tsx'
import { StaleNotice } from '../../parts/notices/failure-page.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import { SkeletonRows } from '../../parts/start/skeleton.tsx'
import { sectionAddress } from '../parts/address.ts'
import { SectionHead } from '../parts/section-head.tsx'
import { CommentRow } from './comment-row.tsx'
import { LastActionNotice, type LastIdeaAction } from './last-action.tsx'
import type { SendIdeaAction } from './send.ts'

type ListProps = {
  readonly title: string
  readonly empty: string
  readonly list: Paged<WatchedCommentView>
  readonly send: SendIdeaAction
  readonly finish: (done: LastIdeaAction) => void
}

function RemarkList({ title, empty, list, send, finish }: ListProps) {
  const rows = useRef<HTMLOListElement>(null)
  const { items, failure, loadedAt, refresh, readOn } = list
  return (
    <Panel title={title}>
      {failure && <StaleNotice failure={failure} loadedAt={loadedAt} retry={refresh} />}
      {!items && !failure && <SkeletonRows count={2} />}
      {items?.length === 0 && <p className="quiet">{empty}</p>}
      {items && items.length > 0 && (
        <ol className="rows comments" ref={rows} tabIndex={-1} aria-label={title}>
          {items.map(remark => (
            <li key={remark.id} tabIndex={-1}>
              <CommentRow remark={remark} send={send} finish={finish} />
            </li>
          ))}
        </ol>
      )}
      <ReadOn read={readOn} list={rows} count={items?.length ?? 0} />
    </Panel>
  )
}

/** « Commentaires signalés »: what waits for a decision, and what is hidden. */
export function CommentsPage({ call }: { call: Call }) {
  const { translator, announce } = useSession()
  const { say } = translator
  const reported = usePaged<WatchedCommentView>(call, '/comments/reported', ['ideas'], 'unread.remarks')
  const hidden = usePaged<WatchedCommentView>(call, '/comments/hidden', ['ideas'], 'unread.remarks.hidden')
  const [last, setLast] = useState<LastIdeaAction>()
  const refresh = async () => {
    await Promise.all([reported.refresh(), hidden.refresh()])
  }
  const send: SendIdeaAction = (method, path, body) =>
    reported.store.send(method, path, body, () => void hidden.refresh())
  /** The row disappears with the button that was pressed. */
  const finish = (done: LastIdeaAction) => {
    setLast(done)
    announce(done.text)
    document.querySelector<HTMLElement>('main h1')?.focus()
  }
  const lists = { send, finish }
  return (
    <>
      <SectionHead
        title={say('remarks.title')}
        trail={[{ text: say('section.ideas'), href: sectionAddress('ideas') }]}
        about={<p>{say('remarks.about')}</p>}
      />
      {last && <LastActionNotice done={last} leave={() => setLast(undefined)} refresh={refresh} />}
      <div className="queue-entry">
        <RemarkList
          {...lists}
          title={say('remarks.reported')}
          empty={say('remarks.reported.none')}
          list={reported}
        />
        <RemarkList
          {...lists}
          title={say('remarks.hidden')}
          empty={say('remarks.hidden.none')}
          list={hidden}
        />
      </div>
    </>
  )
}
