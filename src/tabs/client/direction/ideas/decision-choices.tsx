import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import type { IdeaView, StateInput } from '../../../contract/ideas/ideas.ts'
import { useSession } from '../../parts/page/context.tsx'
import { DecideButton, type DecisionInHand } from './decision.tsx'

const WORDS = {
  studied: 'idea.decide.studied',
  retained: 'idea.decide.retained',
  aside: 'idea.decide.aside',
} as const
const STEPS: readonly StateInput['state'][] = ['studied', 'retained', 'aside']

type Props = { readonly idea: IdeaView; readonly deciding: DecisionInHand }

/** « Mettre à l’étude », « Retenir », « Ne pas retenir ». Its code comes when it is first asked for, so it draws itself open. */
export default function DecisionChoices({ idea, deciding }: Props) {
  const { say } = useSession().translator
  const { setAsking, decide } = deciding
  return (
    <Menu defaultOpen>
      <MenuTrigger disableButtonEnhancement>
        <DecideButton idea={idea} deciding={deciding} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {STEPS.filter(step => step !== idea.state).map(step => (
            <MenuItem key={step} onClick={() => (step === 'aside' ? setAsking(true) : void decide(step))}>
              {say(WORDS[step])}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
