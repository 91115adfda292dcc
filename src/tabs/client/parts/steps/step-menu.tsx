import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { useSession } from '../page/context.tsx'
import { type StepMenuProps, StepMoreButton, wordOf } from './step-actions.tsx'

/** What one seldom does with a step. Its code comes when it is first asked for, so it draws itself open. */
export default function StepMenu({ step, acts, press }: StepMenuProps) {
  const { say } = useSession().translator
  return (
    <Menu defaultOpen>
      <MenuTrigger disableButtonEnhancement>
        <StepMoreButton step={step} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {acts.map(act => (
            <MenuItem key={act} onClick={() => press(act)}>
              {say(wordOf(act, step))}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
