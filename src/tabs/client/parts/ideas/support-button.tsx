import { Checkmark20Regular } from '@fluentui/react-icons/svg/checkmark'
import { ThumbLike20Regular } from '@fluentui/react-icons/svg/thumb-like'
import type { ActState } from '../actions/action.tsx'
import { ActButton } from '../actions/action-button.tsx'
import { useSession } from '../page/context.tsx'
import { actName } from '../words/button-name.ts'

type Props = {
  readonly supported: boolean
  /** What it is that one supports. */
  readonly text: string
  readonly act: ActState
  readonly size: 'small' | 'medium'
  readonly onPress: () => void
}

/** « Soutenir », then « Vous soutenez », quiet and no wider than it must: a press on it takes the support back. */
export function SupportAct({ supported, text, ...button }: Props) {
  const { translator } = useSession()
  const word = translator.say(supported ? 'idea.supporting' : 'idea.support')
  const name = supported
    ? `${word}\u00A0· ${actName(translator, 'idea.unsupport', text)}`
    : actName(translator, 'idea.support', text)
  return (
    <ActButton
      {...button}
      appearance={supported ? 'subtle' : 'secondary'}
      icon={supported ? <Checkmark20Regular /> : <ThumbLike20Regular />}
      aria-label={name}
    >
      {word}
    </ActButton>
  )
}
