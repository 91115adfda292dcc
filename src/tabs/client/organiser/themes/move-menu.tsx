import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { MoveButton, type MoveProps } from './move-acts.tsx'

/** Where an idea may go, as a menu. Its code comes when it is first asked for, so it draws itself open. */
export default function MoveMenu({ text, choices, press }: MoveProps) {
  return (
    <Menu defaultOpen>
      <MenuTrigger disableButtonEnhancement>
        <MoveButton text={text} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {choices.map(choice => (
            <MenuItem key={choice.word} onClick={() => press(choice)}>
              {choice.word}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
