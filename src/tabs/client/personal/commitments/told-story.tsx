import type { CommitmentView } from '../../../contract/commitments.ts'
import { plainDay } from '../../parts/words/days.ts'
import { usePersonalTab } from '../navigation/context.tsx'

type Props = { readonly story: NonNullable<CommitmentView['story']> }

/** What I told my Direction of it, and since when it is published. */
export default function ToldStory({ story }: Props) {
  const { translator, programme } = usePersonalTab()
  const { say } = translator
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
