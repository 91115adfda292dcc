import type { InitiativeView } from '../../contract/initiatives.ts'
import type { ActState } from '../page/act.tsx'
import { useGround } from '../page/ground.tsx'
import { SupportAct } from '../page/support-act.tsx'
import { useHall } from './hall.tsx'

type Props = {
  readonly initiative: InitiativeView
  readonly act: ActState
  readonly size: 'small' | 'medium'
}

/** « Soutenir », then « Vous soutenez ». Absent for who only reads, and for the author, whose support stays. */
export function SupportButton({ initiative, act, size }: Props) {
  const { speech, acting } = useGround()
  const { acts } = useHall()
  if (!acting || initiative.supportStays) return null
  const { title, supported } = initiative
  const done = speech.say(supported ? 'idea.unsupported' : 'gallery.supported')
  const press = () => void act.run(() => acts.support(initiative, !supported), done, true)
  return <SupportAct supported={supported} text={title} act={act} size={size} onPress={press} />
}
