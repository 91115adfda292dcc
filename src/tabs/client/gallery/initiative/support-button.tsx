import type { InitiativeView } from '../../../contract/initiatives/initiatives.ts'
import type { ActState } from '../../parts/actions/action.tsx'
import { SupportAct } from '../../parts/ideas/support-button.tsx'
import { useSession } from '../../parts/page/context.tsx'
import { useGalleryTab } from './context.tsx'

type Props = {
  readonly initiative: InitiativeView
  readonly act: ActState
  readonly size: 'small' | 'medium'
}

/** « Soutenir », then « Vous soutenez ». Absent for who only reads, and for the author, whose support stays. */
export function SupportButton({ initiative, act, size }: Props) {
  const { translator, acting } = useSession()
  const { acts } = useGalleryTab()
  if (!acting || initiative.supportStays) return null
  const { title, supported } = initiative
  const done = translator.say(supported ? 'idea.unsupported' : 'initiative.supported')
  const press = () => void act.run(() => acts.support(initiative, !supported), done, true)
  return <SupportAct supported={supported} text={title} act={act} size={size} onPress={press} />
}
