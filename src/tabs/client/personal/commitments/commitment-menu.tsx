import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { useRef } from 'react'
import { usePersonalTab } from '../navigation/context.tsx'
import { type CommitmentMoreProps, MoreButton } from './commitment-more.tsx'

/** To change it, or to end it. Its code comes when it is first asked for, so it draws itself open. */
export default function CommitmentMenu({ commitment, letGo }: CommitmentMoreProps) {
  const { translator, open } = usePersonalTab()
  const button = useRef<HTMLButtonElement>(null)
  return (
    <Menu defaultOpen>
      <MenuTrigger disableButtonEnhancement>
        <MoreButton thing={commitment} ref={button} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => open({ kind: 'change', commitment }, button.current)}>
            {translator.say('commit.change')}
          </MenuItem>
          {commitment.state === 'taken' && (
            <MenuItem onClick={letGo}>{translator.say('commit.letgo')}</MenuItem>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
