import { Button } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { WatchedCommentView } from '../../../contract/ideas/comments.ts'
import { pathTo } from '../../data/store/lists.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { AnswerForm } from '../../parts/forms/answer-form.tsx'
import { forgetDraft } from '../../parts/forms/draft.ts'
import { LIMIT } from '../../parts/forms/text-field.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { FactLine } from '../../parts/panels/fact-line.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { shortDate } from '../../parts/words/days.ts'
import { sectionAddress } from '../parts/address.ts'
import type { LastIdeaAction } from './last-action.tsx'
import type { SendIdeaAction } from './send.ts'

type Props = {
  readonly remark: WatchedCommentView
  readonly send: SendIdeaAction
  readonly finish: (done: LastIdeaAction) => void
}

/** « Karim Benali · depuis le 3 mai · Signalé par moins de 5 personnes » */
function Facts({ remark: { author, ofAuthor, since, hidden, reports } }: Pick<Props, 'remark'>) {
  const { translator } = useSession()
  const { say } = translator
  const facts = [
    ofAuthor ? say('comment.of-author') : author,
    say('idea.queue.since', { date: shortDate(since, translator) }),
    hidden === undefined ? say('remarks.count', { count: reports }) : '',
  ]
  return <FactLine of={facts} />
}

/** « Garder », « Masquer » with a reason, or « Rendre visible ». */
function Acts({ remark: { id, text, hidden }, send, finish }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const act = useAct()
  const [asking, setAsking] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const wasAsking = useRef(false)
  useEffect(() => {
    if (wasAsking.current && !asking) opener.current?.focus()
    wasAsking.current = asking
  }, [asking])
  const path = (does: string) => pathTo('/comments', id, does)
  const does = async (work: () => Promise<unknown>, done: LastIdeaAction) => {
    // The page says it, and puts it where it is undone.
    if (await act.run(work, '')) finish(done)
  }
  const hide = (reason: string) =>
    does(
      async () => {
        await send('POST', path('hide'), { reason })
        forgetDraft(`remark:${id}`)
      },
      { text: say('remarks.hide.done'), undo: () => send('POST', path('restore')) },
    )
  if (asking)
    return (
      <div className="queue-acts">
        <AnswerForm
          label={say('remarks.hide.label')}
          hint={say('remarks.hide.hint')}
          word={say('remarks.hide.send')}
          draft={`remark:${id}`}
          focused
          limit={LIMIT}
          busy={act.busy}
          send={reason => void hide(reason)}
        >
          <Button onClick={() => setAsking(false)}>{say('cancel')}</Button>
        </AnswerForm>
        <p className="quiet">{say('remarks.hide.rules')}</p>
        <ActFailure act={act} />
      </div>
    )
  const press = (step: 'keep' | 'restore', done: LastIdeaAction) =>
    void does(() => send('POST', path(step)), done)
  const keep = () =>
    press('keep', { text: say('remarks.keep.done'), undo: () => send('POST', path('reopen')) })
  return (
    <div className="queue-acts">
      <div className="acts">
        {hidden === undefined ? (
          <>
            <ActButton act={act} aria-label={actName(translator, 'remarks.keep', text)} onPress={keep}>
              {say('remarks.keep')}
            </ActButton>
            <Button
              ref={opener}
              aria-label={actName(translator, 'idea.hide', text)}
              onClick={() => setAsking(true)}
            >
              {say('idea.hide')}
            </Button>
          </>
        ) : (
          <ActButton
            act={act}
            aria-label={actName(translator, 'idea.restore', text)}
            onPress={() => press('restore', { text: say('remarks.restore.done') })}
          >
            {say('idea.restore')}
          </ActButton>
        )}
      </div>
      <ActFailure act={act} />
    </div>
  )
}

/** A comment that was reported, or that is hidden: what it says and where, why, and what to do about it. */
export function CommentRow(props: Props) {
  const { say } = useSession().translator
  const { text, idea, reasons, hidden } = props.remark
  return (
    <>
      <p className="words">{text}</p>
      <Facts remark={props.remark} />
      <p className="quiet">
        {say('remarks.under')} <a href={sectionAddress('ideas', idea.id)}>{idea.text}</a>
      </p>
      {reasons.length > 0 && (
        <ul className="rows queue-reasons" aria-label={say('queue.reasons')}>
          {reasons.map(reason => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {hidden !== undefined && <p className="quiet">{say('comment.hidden.because', { reason: hidden })}</p>}
      <Acts {...props} />
    </>
  )
}
