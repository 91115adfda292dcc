import { Button } from '@fluentui/react-components'
import type { RefObject } from 'react'
import type { CommitmentView } from '../../../contract/commitments.ts'
import type { ActState } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { usePersonalTab } from '../navigation/context.tsx'

type Props = {
  readonly commitment: CommitmentView
  readonly act: ActState
  /** Takes the focus when the button disappears. */
  readonly row: RefObject<HTMLElement | null>
}

/** Tells it; or changes the words until they are published, and withdraws them at any time. */
export default function StoryButtons({ commitment, act, row }: Props) {
  const { translator, open, acts } = usePersonalTab()
  const { say } = translator
  const { id, text, story, tellable } = commitment
  const form = (word: 'story.offer' | 'story.change') => (
    <Button
      size="small"
      aria-label={actName(translator, word, text)}
      onClick={() => open({ kind: 'story', commitment })}
    >
      {say(word)}
    </Button>
  )
  const withdraw = async () => {
    if (await act.run(() => acts.withdrawStory(id), say('story.withdrawn'))) row.current?.focus()
  }
  if (!story) return tellable ? form('story.offer') : null
  return (
    <>
      {!story.publishedOn && form('story.change')}
      <ActButton
        act={act}
        size="small"
        appearance="subtle"
        aria-label={actName(translator, 'story.withdraw', text)}
        onPress={() => void withdraw()}
      >
        {say('story.withdraw')}
      </ActButton>
    </>
  )
}
