import '../../parts/panels/details.css'
import type { CommentView, IdeaView } from '../../../contract/ideas/ideas.ts'
import type { EventView } from '../../../contract/thread.ts'
import { pathTo } from '../../data/store/lists.ts'
import { useChanges } from '../../data/stream/changes.ts'
import { Comments } from '../../parts/comments/comments.tsx'
import { Timeline } from '../../parts/comments/timeline.tsx'
import { usePages } from '../../parts/lists/pages.ts'
import { useSession } from '../../parts/page/context.tsx'
import { Panel } from '../../parts/panels/panel.tsx'
import type { SendIdeaAction } from './send.ts'

/** The comments on an idea, where there are some, and its history on demand. */
export function History({ idea, send }: { idea: IdeaView; send: SendIdeaAction }) {
  const { translator, acting } = useSession()
  const { say } = translator
  const about = (id: string, act: string, reason: string) =>
    send('POST', pathTo('/comments', id, act), { reason })
  const report = (id: string, reason: string) => about(id, 'report', reason)
  const events = usePages<EventView>(pathTo('/ideas', idea.id, 'thread'))
  const comments = usePages<CommentView>(pathTo('/ideas', idea.id, 'comments'))
  useChanges(['ideas'], () => {
    void events.again()
    void comments.again()
  })
  return (
    <>
      {(comments.items.length > 0 || comments.failure) && (
        <Panel title={say('comment.list')}>
          <Comments pages={comments} {...(acting && { report, decide: about })} />
        </Panel>
      )}
      <details className="card panel unfold">
        <summary>{say('thread.open')}</summary>
        <Timeline idea={idea} pages={events} />
      </details>
    </>
  )
}
