import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { useRef } from 'react'
import type { CommitmentView } from '../../contract/commitments.ts'
import { MoreButton } from './commitment-more.tsx'
import { useDesk } from './desk.tsx'

/** Another horizon, or an end to it. Its code comes when it is first asked for, so it draws itself open. */
export default function CommitmentMenu({ commitment }: { commitment: CommitmentView }) {
  const { speech, open } = useDesk()
  const button = useRef<HTMLButtonElement>(null)
  return (
    <Menu defaultOpen>
      <MenuTrigger disableButtonEnhancement>
        <MoreButton commitment={commitment} ref={button} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => open({ kind: 'move', commitment }, button.current)}>
            {speech.say('tab.move')}
          </MenuItem>
          <MenuItem onClick={() => open({ kind: 'let-go', commitment }, button.current)}>
            {speech.say('commit.letgo')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
