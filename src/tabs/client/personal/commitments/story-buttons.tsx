import { Button } from '@fluentui/react-components'
import type { RefObject } from 'react'
import type { CommitmentView } from '../../../contract/commitments.ts'
import type { ActState } from '../../parts/actions/action.tsx'
import { ActButton } from '../../parts/actions/action-button.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { plainDay } from '../../parts/words/days.ts'
import { usePersonalTab } from '../navigation/context.tsx'

type Props = { readonly commitment: CommitmentView }

/** What I told my Direction of it, and since when it is published. */
export function ToldStory({ commitment: { story } }: Props) {
  const { translator, programme } = usePersonalTab()
  const { say } = translator
  if (!story) return null
  const { toldOn, publishedOn, text } = story
  const date = plainDay(publishedOn ?? toldOn, programme.today, translator)
  return (
    <p className="last-note">
      {say(publishedOn ? 'story.state.published' : 'story.state.told', { date })}
      <br />
      {say('story.state.words', { text })}
    </p>
  )
}

type ActProps = Props & {
  readonly act: ActState
  /** Takes the focus when the button disappears. */
  readonly row: RefObject<HTMLElement | null>
}

/** Tells it; or changes the words until they are published, and withdraws them at any time. */
export function StoryButtons({ commitment, act, row }: ActProps) {
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
