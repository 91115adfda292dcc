import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { useRef } from 'react'
import { MenuButton } from '../../parts/actions/menu-acts.tsx'
import { useAhead } from '../../parts/actions/use-ahead.ts'
import { usePersonalTab } from '../navigation/context.tsx'
import type { IdeaMoreProps } from './idea-more.tsx'

/** What one seldom does with an idea of one's own. Its code comes when it is first asked for, so it draws itself open. */
export default function IdeaMenu({ idea, comment, takeBack, unname }: IdeaMoreProps) {
  const { translator, open } = usePersonalTab()
  const button = useRef<HTMLButtonElement>(null)
  const { undoUntil, mayUnname } = idea
  const ahead = useAhead(undoUntil ?? 0, () => undefined)
  return (
    <Menu defaultOpen>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton name={idea.text} ref={button} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {comment && (
            <MenuItem onClick={() => open({ kind: 'thread', idea }, button.current)}>
              {translator.say('comment.send')}
            </MenuItem>
          )}
          {undoUntil !== undefined && ahead && (
            <MenuItem onClick={takeBack}>
              {translator.say('idea.undo')}{' '}
              <span className="quiet">
                {translator.say('tab.undo.until', { time: translator.time(undoUntil) })}
              </span>
            </MenuItem>
          )}
          {mayUnname && <MenuItem onClick={unname}>{translator.say('idea.unname')}</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
