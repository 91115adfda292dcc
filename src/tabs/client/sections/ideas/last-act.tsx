import { Button } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { ActFailure, useAct } from '../../page/act.tsx'
import { ActButton } from '../../page/act-button.tsx'
import { useGround } from '../../page/ground.tsx'
import { Notice } from '../../page/notice.tsx'

/** What was done last, and how it is undone, where it can be. */
export type Done = { readonly text: string; readonly undo?: () => Promise<unknown> }

type Props = { readonly done: Done; readonly leave: () => void; readonly refresh: () => Promise<void> }

/** Stands above what comes next, until something else is done. */
export function LastAct({ done, leave, refresh }: Props) {
  const { say } = useGround().speech
  const act = useAct()
  const place = useRef<HTMLDivElement>(null)
  // What goes with the notice must not take the focus with it.
  useEffect(() => () => void (place.current?.contains(document.activeElement) && heading()?.focus()), [])
  const undo = async () => {
    const { undo: back } = done
    if (!back || !(await act.run(back, say('undone')))) return
    heading()?.focus()
    leave()
    void refresh()
  }
  return (
    <div ref={place} className="queue-done">
      <Notice
        tone="good"
        action={
          <span className="acts">
            {done.undo && (
              <ActButton act={act} size="small" onPress={() => void undo()}>
                {say('undo')}
              </ActButton>
            )}
            <Button
              size="small"
              appearance="subtle"
              onClick={() => {
                heading()?.focus()
                leave()
              }}
            >
              {say('tab.close')}
            </Button>
          </span>
        }
      >
        {done.text}
      </Notice>
      <ActFailure act={act} />
    </div>
  )
}

function heading(): HTMLElement | null {
  return document.querySelector<HTMLElement>('main h1')
}
