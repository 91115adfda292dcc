import { Button } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { CommentView } from '../../../contract/ideas/ideas.ts'
import { ActFailure, useAct } from '../actions/action.tsx'
import { ActButton } from '../actions/action-button.tsx'
import { ReasonForm } from '../forms/reason-form.tsx'
import { useSession } from '../page/context.tsx'
import { actName } from '../words/button-name.ts'

/** What organisers do with the comment of that id; only what hides it has a reason. @throws Failure */
export type Decide = (id: string, act: 'hide' | 'restore', reason: string) => Promise<unknown>

type Props = {
  readonly comment: CommentView
  readonly decide: Decide
  /** What the comment is from then on. */
  readonly change: (comment: CommentView) => void
}

const SMALL = { size: 'small', appearance: 'subtle' } as const

/** « Masquer » under a comment, which asks why; « Rendre visible » under a hidden one, its undo. */
export function CommentDecision({ comment, decide, change }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const act = useAct()
  const [asking, setAsking] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const pressed = useRef(false)
  const { hidden, ...shown } = comment
  const { id, text } = shown
  // What was pressed is gone: the focus goes to what took its place, unless somebody else's act put it there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of them changes what stands there
  useEffect(() => {
    if (pressed.current) place.current?.querySelector<HTMLElement>('textarea, button')?.focus()
    pressed.current = false
  }, [asking, hidden])
  const turn = (to: boolean) => {
    pressed.current = true
    setAsking(to)
  }
  const restore = async () => {
    if (!(await act.run(() => decide(id, 'restore', ''), say('remarks.restore.done')))) return
    pressed.current = true
    change(shown)
  }
  return (
    <div ref={place} className="report-thing">
      {hidden !== undefined && (
        <ActButton
          {...SMALL}
          act={act}
          type="button"
          aria-label={actName(translator, 'idea.restore', text)}
          onPress={() => void restore()}
        >
          {say('idea.restore')}
        </ActButton>
      )}
      {hidden === undefined && asking && (
        <ReasonForm
          label={say('remarks.hide.label')}
          rules={say('remarks.hide.rules')}
          word={say('remarks.hide.send')}
          told={say('remarks.hide.done')}
          draft={`remark:${id}`}
          send={reason => decide(id, 'hide', reason)}
          close={() => turn(false)}
          sent={reason => {
            turn(false)
            change({ ...shown, hidden: reason.trim() })
          }}
        />
      )}
      {hidden === undefined && !asking && (
        <Button
          {...SMALL}
          className="plain"
          aria-label={actName(translator, 'idea.hide', text)}
          onClick={() => turn(true)}
        >
          {say('idea.hide')}
        </Button>
      )}
      <ActFailure act={act} />
    </div>
  )
}
