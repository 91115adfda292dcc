import type { CommentView, IdeaView } from '../../../contract/ideas.ts'
import type { EventView } from '../../../contract/thread.ts'
import { pathTo } from '../../board/places.ts'
import { Comments } from '../../dialogs/comments.tsx'
import { usePages } from '../../dialogs/pages.ts'
import { Timeline } from '../../dialogs/timeline.tsx'
import { useChanges } from '../../page/changes.ts'
import { useGround } from '../../page/ground.tsx'
import { Panel } from '../../page/panel.tsx'
import type { Send } from './entry-page.tsx'

/** What became of it, and what colleagues say. */
export function History({ idea, send }: { idea: IdeaView; send: Send }) {
  const { speech, acting } = useGround()
  const { say } = speech
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
      <Panel title={say('comment.list')}>
        <Comments pages={comments} {...(acting && { report, decide: about })} />
      </Panel>
      <Panel title={say('thread.open')}>
        <Timeline idea={idea} pages={events} />
      </Panel>
    </>
  )
}
