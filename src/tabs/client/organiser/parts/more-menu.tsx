import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { MoreButton, type MoreProps } from './more-acts.tsx'

/** The acts of a thing as a menu. Its code comes when it is first asked for, so it draws itself open. */
export default function MoreMenu({ name, acts }: MoreProps) {
  return (
    <Menu defaultOpen>
      <MenuTrigger disableButtonEnhancement>
        <MoreButton name={name} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {acts.map(({ word, press }) => (
            <MenuItem key={word} onClick={press}>
              {word}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
