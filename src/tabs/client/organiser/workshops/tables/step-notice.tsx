import type { RefObject } from 'react'
import type { ActState } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useFocusHeir } from '../../../parts/page/focus-heir.ts'

type Props = {
  readonly tone: 'neutral' | 'warning'
  readonly text: string
  readonly act: ActState
  readonly word: string
  readonly press: () => void
  /** Takes the focus over when the step disappears. */
  readonly heir: RefObject<HTMLElement | null>
}

/** Something that is still to be done or confirmed, with the button that does it. */
export function StepNotice({ tone, text, act, word, press, heir }: Props) {
  const place = useFocusHeir<HTMLDivElement>(heir)
  return (
    <div ref={place}>
      <Notice
        tone={tone}
        action={
          <ActButton act={act} onPress={press}>
            {word}
          </ActButton>
        }
      >
        {text}
      </Notice>
    </div>
  )
}
