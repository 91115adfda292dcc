import type { RefObject } from 'react'
import type { IdeaView } from '../../contract/ideas.ts'
import { actName } from '../words/act-name.ts'
import type { ActState } from './act.tsx'
import { ActButton } from './act-button.tsx'
import { useDesk } from './desk.tsx'

type Props = {
  readonly idea: IdeaView
  readonly act: ActState
  /** The idea on the page: takes the focus once the button is gone. */
  readonly row: RefObject<HTMLElement | null>
}

/** « Ne plus montrer mon nom », for good. */
export function UnnameButton({ idea, act, row }: Props) {
  const { speech, acts } = useDesk()
  const press = async () => {
    if (await act.run(() => acts.unname(idea.id), speech.say('idea.unname.done'))) row.current?.focus()
  }
  return (
    <ActButton
      act={act}
      size="small"
      appearance="subtle"
      aria-label={actName(speech, 'idea.unname', idea.text)}
      onPress={() => void press()}
    >
      {speech.say('idea.unname')}
    </ActButton>
  )
}
