import { Button } from '@fluentui/react-components'
import type { EntryView } from '../../../contract/ideas/register.ts'
import { pathTo } from '../../data/store/lists.ts'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { AnswerForm } from '../../parts/forms/answer-form.tsx'
import { forgetDraft } from '../../parts/forms/draft.ts'
import { useSession } from '../../parts/page/context.tsx'
import type { LastIdeaAction } from './last-action.tsx'
import type { SendIdeaAction } from './send.ts'

/** What a reason to hide may hold, in characters as a person counts them. */
const HIDING = 280

type Props = {
  readonly entry: EntryView
  readonly send: SendIdeaAction
  readonly finish: (done: LastIdeaAction) => void
  readonly leave: () => void
}

/** Reason for hiding the idea, in place of the buttons. */
export function HideForm({ entry: { id }, send, finish, leave }: Props) {
  const { say } = useSession().translator
  const act = useAct()
  const hide = async (reason: string) => {
    if (!(await act.run(() => send('POST', pathTo('/ideas', id, 'hide'), { reason }), ''))) return
    forgetDraft(`hide:${id}`)
    finish({ text: say('idea.hide.done'), undo: () => send('POST', pathTo('/ideas', id, 'restore')) })
  }
  return (
    <>
      <AnswerForm
        label={say('idea.hide.label')}
        hint={say('queue.hide.hint')}
        word={say('idea.hide.send')}
        draft={`hide:${id}`}
        limit={HIDING}
        focused
        busy={act.busy}
        send={reason => void hide(reason)}
      >
        <Button onClick={leave}>{say('cancel')}</Button>
      </AnswerForm>
      <p className="quiet">{say('idea.hide.rules')}</p>
      <ActFailure act={act} />
    </>
  )
}
