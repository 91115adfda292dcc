import { Button } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { ActFailure, useAct } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { firstWords } from '../../parts/words/excerpt.ts'

/** The last act, the end of its undo window (ms), and how to undo it. */
export type LastIdeaAction = {
  readonly text: string
  readonly until?: number
  readonly undo?: () => Promise<unknown>
}

type Props = {
  readonly done: LastIdeaAction
  /** Text of the idea, where the notice replaces the idea's acts. */
  readonly text?: string
  /** Leads to what comes next; takes the focus. */
  readonly next?: { readonly href: string; readonly last: boolean }
  /** It is closed. */
  readonly leave: () => void
  readonly refresh: () => Promise<void>
}

/** Notice of the last act, in place of the idea's acts: the next idea is opened by a press of its own. */
export function LastActionNotice({ done, text, next, leave, refresh }: Props) {
  const { translator } = useSession()
  const { say } = translator
  const act = useAct()
  const forward = useRef<HTMLAnchorElement>(null)
  useEffect(() => forward.current?.focus(), [])
  const close = () => {
    document.querySelector<HTMLElement>('main h1')?.focus()
    leave()
  }
  const undo = async () => {
    const { undo: back } = done
    if (!back || !(await act.run(back, say('undone')))) return
    close()
    void refresh()
  }
  return (
    <div className="queue-done">
      <Notice tone="good">
        <p>
          {text === undefined ? done.text : say('queue.done', { done: done.text, text: firstWords(text) })}
        </p>
        {done.until !== undefined && (
          <p className="quiet">{say('idea.untold.until', { time: translator.time(done.until) })}</p>
        )}
      </Notice>
      <div className="acts">
        {next && (
          <Button as="a" ref={forward} appearance="primary" href={next.href}>
            {say(next.last ? 'queue.list.back' : 'queue.forward')}
          </Button>
        )}
        {done.undo && (
          <ActButton act={act} onPress={() => void undo()}>
            {say('undo')}
          </ActButton>
        )}
        {!next && (
          <Button appearance="subtle" onClick={close}>
            {say('tab.close')}
          </Button>
        )}
      </div>
      <ActFailure act={act} />
    </div>
  )
}
