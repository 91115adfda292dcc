import { useState } from 'react'
import type { CommentView, IdeaView } from '../../../contract/ideas/ideas.ts'
import type { EventView } from '../../../contract/thread.ts'
import { mintNonce } from '../../data/api/nonce.ts'
import { pathTo } from '../../data/store/lists.ts'
import { useAct } from '../../parts/actions/action.tsx'
import { CopyLink } from '../../parts/actions/copy-link.tsx'
import { Comments } from '../../parts/comments/comments.tsx'
import { ReportButton } from '../../parts/comments/report.tsx'
import { Timeline } from '../../parts/comments/timeline.tsx'
import { Frame } from '../../parts/dialogs/frame.tsx'
import { ScrollStop } from '../../parts/dialogs/scroll-stop.tsx'
import { useDraft } from '../../parts/forms/draft.ts'
import { focusFirstInvalid } from '../../parts/forms/field-focus.ts'
import { LIMIT, TextField } from '../../parts/forms/text-field.tsx'
import { IdeaAnswer } from '../../parts/ideas/idea-answer.tsx'
import { IdeaSteps } from '../../parts/ideas/idea-steps.tsx'
import { THREAD, usePages } from '../../parts/lists/pages.ts'
import { lengthOf } from '../../parts/words/length.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import type { Finish } from '../navigation/dialog-request.ts'

/** A draft comment. Each one sent starts a new one, with a new nonce. */
function useComment(idea: IdeaView, sent: (comment: CommentView) => void) {
  const { translator, acts } = usePersonalTab()
  const act = useAct()
  const [nonce, setNonce] = useState(mintNonce)
  const [tried, setTried] = useState(false)
  const draft = useDraft(`comment:${idea.id}`, { text: '' })
  const { text } = draft.value
  const send = async () => {
    const length = lengthOf(text)
    setTried(true)
    if (length === 0 || length > LIMIT) return focusFirstInvalid()
    const comment = async () => sent(await acts.comment(idea.id, { nonce, text }))
    if (!(await act.run(comment, translator.say('comment.sent')))) return
    setNonce(mintNonce)
    setTried(false)
    draft.reset()
  }
  return { act, tried, draft, send }
}

/** « Commentaires »: comments, history, and moderation. */
export function ThreadDialog({ idea: asked, finish }: { idea: IdeaView; finish: Finish }) {
  const { translator, values, acting, acts } = usePersonalTab()
  const { myIdeas = [], ideas = [] } = values
  const idea = [...myIdeas, ...ideas].find(({ id }) => id === asked.id) ?? asked
  const events = usePages<EventView>(pathTo('/ideas', idea.id, 'thread'), THREAD, 'unread.thread')
  const comments = usePages<CommentView>(pathTo('/ideas', idea.id, 'comments'), THREAD, 'unread.comments')
  const { act, tried, draft, send } = useComment(idea, comment =>
    comments.change(items => [...items.filter(({ id }) => id !== comment.id), comment]),
  )
  const submit = { word: translator.say('comment.send'), act, send: () => void send() }
  return (
    <Frame
      title={translator.say('comment.list')}
      close={() => finish()}
      closeWord={translator.say('tab.close')}
      draft={draft}
      {...(acting && { submit })}
    >
      <ScrollStop>
        <p className="words">{idea.text}</p>
        <IdeaAnswer answer={idea.answer} />
        <IdeaSteps idea={idea} within="dialog" />
        <Comments
          pages={comments}
          {...(acting && {
            report: acts.reportComment,
            decide: acts.decideComment,
            withdraw: acts.withdrawComment,
          })}
        />
        <h3>{translator.say('thread.open')}</h3>
        <Timeline idea={idea} pages={events} />
        <CopyLink of={{ kind: 'idea', id: idea.id }} name={idea.text} />
        {acting && !idea.mine && <ReportButton of="idea" thing={idea} report={acts.report} />}
      </ScrollStop>
      {acting && (
        <TextField
          label={translator.say('comment.label')}
          value={draft.value.text}
          onChange={text => draft.change({ text })}
          tried={tried}
        />
      )}
      {acting && (
        <p className="quiet">
          {translator.say(idea.mine && idea.unnamed ? 'comment.rules.unnamed' : 'comment.rules')}
        </p>
      )}
    </Frame>
  )
}
