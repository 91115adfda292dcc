import { useEffect, useRef } from 'react'
import type { CommentView } from '../../../contract/ideas/ideas.ts'
import { ActFailure, useAct } from '../actions/action.tsx'
import { ActButton } from '../actions/action-button.tsx'
import { Notice } from '../notices/notice.tsx'
import { useSession } from '../page/context.tsx'
import { actName } from '../words/button-name.ts'

/** Takes the comment of that id back, or shows it again. @throws Failure */
export type Withdraw = (id: string, withdrawn: boolean) => Promise<unknown>

type Props = { readonly comment: CommentView; readonly withdraw: Withdraw; readonly done: () => void }

/** « Retirer » under a comment of one's own. */
export function WithdrawButton({ comment: { id, text }, withdraw, done }: Props) {
  const { translator } = useSession()
  const act = useAct()
  const press = async () => {
    if (await act.run(() => withdraw(id, true), translator.say('comment.withdrawn'))) done()
  }
  return (
    <div className="report-thing">
      <ActButton
        act={act}
        type="button"
        size="small"
        appearance="subtle"
        aria-label={actName(translator, 'comment.withdraw.act', text)}
        onPress={() => void press()}
      >
        {translator.say('comment.withdraw.act')}
      </ActButton>
      <ActFailure act={act} />
    </div>
  )
}

/** What was just taken back, with « Annuler », which takes the focus: what was pressed is gone. */
export function WithdrawnNotice({ comment: { id, text }, withdraw, done }: Props) {
  const { translator } = useSession()
  const act = useAct()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector('button')?.focus(), [])
  const undo = async () => {
    if (await act.run(() => withdraw(id, false), translator.say('comment.withdraw.undone'))) done()
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
            aria-label={actName(translator, 'undo', text)}
            onPress={() => void undo()}
          >
            {translator.say('undo')}
          </ActButton>
        }
      >
        {translator.say('comment.withdrawn')} {translator.say('comment.withdrawn.sub')}
      </Notice>
      <ActFailure act={act} />
    </div>
  )
}
