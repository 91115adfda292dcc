import { useEffect, useRef } from 'react'
import type { CommentView } from '../../../contract/ideas/ideas.ts'
import { ActFailure, useAct } from '../actions/action.tsx'
import { ActButton } from '../actions/action-button.tsx'
import { Notice } from '../notices/notice.tsx'
import { useGround } from '../page/context.tsx'
import { actName } from '../words/button-name.ts'

/** Takes the comment of that id back, or shows it again. @throws Failure */
export type Withdraw = (id: string, withdrawn: boolean) => Promise<unknown>

type Props = { readonly comment: CommentView; readonly withdraw: Withdraw; readonly done: () => void }

/** « Retirer » under a comment of one's own. */
export function WithdrawButton({ comment: { id, text }, withdraw, done }: Props) {
  const { speech } = useGround()
  const act = useAct()
  const press = async () => {
    if (await act.run(() => withdraw(id, true), speech.say('comment.withdrawn'))) done()
  }
  return (
    <div className="report-thing">
      <ActButton
        act={act}
        type="button"
        size="small"
        appearance="subtle"
        aria-label={actName(speech, 'comment.withdraw.act', text)}
        onPress={() => void press()}
      >
        {speech.say('comment.withdraw.act')}
      </ActButton>
      <ActFailure act={act} />
    </div>
  )
}

/** What was just taken back, with « Annuler », which takes the focus: what was pressed is gone. */
export function Withdrawn({ comment: { id, text }, withdraw, done }: Props) {
  const { speech } = useGround()
  const act = useAct()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector('button')?.focus(), [])
  const undo = async () => {
    if (await act.run(() => withdraw(id, false), speech.say('comment.withdraw.undone'))) done()
  }
  return (
    <div ref={place}>
      <Notice
        tone="good"
        action={
          <ActButton
            act={act}
            type="button"
            size="small"
            aria-label={actName(speech, 'undo', text)}
            onPress={() => void undo()}
          >
            {speech.say('undo')}
          </ActButton>
        }
      >
        {speech.say('comment.withdrawn')} {speech.say('comment.withdrawn.sub')}
      </Notice>
      <ActFailure act={act} />
    </div>
  )
}
