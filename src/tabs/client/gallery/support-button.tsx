import { ThumbLike20Regular } from '@fluentui/react-icons/svg/thumb-like'
import type { InitiativeView } from '../../contract/initiatives.ts'
import type { ActState } from '../page/act.tsx'
import { ActButton } from '../page/act-button.tsx'
import { useGround } from '../page/ground.tsx'
import { actName } from '../words/act-name.ts'
import { useHall } from './hall.tsx'

type Props = {
  readonly initiative: InitiativeView
  readonly act: ActState
  readonly size: 'small' | 'medium'
}

/** « Soutenir », then « Retirer mon soutien ». Absent for who only reads, and for the author, whose support stays. */
export function SupportButton({ initiative, act, size }: Props) {
  const { speech, acting } = useGround()
  const { acts } = useHall()
  if (!acting || initiative.supportStays) return null
  const target = !initiative.supported
  const word = target ? 'idea.support' : 'idea.unsupport'
  const done = speech.say(target ? 'gallery.supported' : 'idea.unsupported')
  return (
    <ActButton
      act={act}
      size={size}
      {...(target && { icon: <ThumbLike20Regular /> })}
      aria-label={actName(speech, word, initiative.title)}
      onPress={() => void act.run(() => acts.support(initiative, target), done, true)}
    >
      {speech.say(word)}
    </ActButton>
  )
}
