import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { useRef } from 'react'
import { MenuButton, type MenuProps } from './menu-acts.tsx'

/** Acts as a menu. Its code comes when it is first asked for, so it draws itself open. */
export default function ActMenu({ acts, ...button }: MenuProps) {
  const trigger = useRef<HTMLButtonElement>(null)
  return (
    <Menu defaultOpen>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton {...button} ref={trigger} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {acts.map(({ word, press }) => (
            <MenuItem key={word} onClick={() => press(trigger.current)}>
              {word}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
