import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { useRef } from 'react'
import { useDesk } from '../navigation/context.tsx'
import { MoreButton, type MoreProps } from './commitment-more.tsx'

/** To change it, or to end it. Its code comes when it is first asked for, so it draws itself open. */
export default function CommitmentMenu({ commitment, letGo }: MoreProps) {
  const { speech, open } = useDesk()
  const button = useRef<HTMLButtonElement>(null)
  return (
    <Menu defaultOpen>
      <MenuTrigger disableButtonEnhancement>
        <MoreButton thing={commitment} ref={button} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => open({ kind: 'change', commitment }, button.current)}>
            {speech.say('commit.change')}
          </MenuItem>
          {commitment.state === 'taken' && <MenuItem onClick={letGo}>{speech.say('commit.letgo')}</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
