import { Button } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { ActFailure, type ActState } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { Notice } from '../../parts/notices/notice.tsx'
import { useSession } from '../../parts/page/context.tsx'

/** What was just done, and how to take it back. */
export type Doing = { readonly text: string; readonly undo?: (() => Promise<unknown>) | undefined }

type Props = {
  readonly done: Doing | undefined
  readonly act: ActState
  readonly clear: () => void
}

/** Confirms a change of role, with « Annuler »; takes the focus, since the pressed button may be gone. */
export function Done({ done, act, clear }: Props) {
  const { translator } = useSession()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (done) place.current?.focus()
  }, [done])
  if (!done) return <ActFailure act={act} />
  const { undo } = done
  const press = async () => {
    if (undo && (await act.run(undo, translator.say('undone')))) clear()
  }
  return (
    <div ref={place} tabIndex={-1} className="done">
      <Notice
        tone="good"
        action={
          <span className="acts">
            {undo && (
              <ActButton act={act} size="small" onPress={() => void press()}>
                {translator.say('undo')}
              </ActButton>
            )}
            <Button size="small" appearance="subtle" onClick={clear}>
              {translator.say('staff.seen')}
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
