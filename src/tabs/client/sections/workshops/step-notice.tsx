import type { RefObject } from 'react'
import type { ActState } from '../../page/act.tsx'
import { ActButton } from '../../page/act-button.tsx'
import { useHeir } from '../../page/heir.ts'
import { Notice } from '../../page/notice.tsx'

type Props = {
  readonly tone: 'neutral' | 'warning'
  readonly text: string
  readonly act: ActState
  readonly word: string
  readonly press: () => void
  /** Takes the focus when the step goes, done. */
  readonly heir: RefObject<HTMLElement | null>
}

/** Something that is still to be done or confirmed, with the button that does it. */
export function StepNotice({ tone, text, act, word, press, heir }: Props) {
  const place = useHeir<HTMLDivElement>(heir)
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
