import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { useRef } from 'react'
import { MoreButton } from '../commitments/commitment-more.tsx'
import { useAhead } from '../commitments/deadline.ts'
import { useDesk } from '../navigation/context.tsx'
import type { MoreProps } from './idea-more.tsx'

/** What one seldom does with an idea of one's own. Its code comes when it is first asked for, so it draws itself open. */
export default function IdeaMenu({ idea, comment, takeBack, unname }: MoreProps) {
  const { speech, open } = useDesk()
  const button = useRef<HTMLButtonElement>(null)
  const { undoUntil, mayUnname } = idea
  const ahead = useAhead(undoUntil ?? 0, () => undefined)
  return (
    <Menu defaultOpen>
      <MenuTrigger disableButtonEnhancement>
        <MoreButton thing={idea} ref={button} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {comment && (
            <MenuItem onClick={() => open({ kind: 'thread', idea }, button.current)}>
              {speech.say('comment.send')}
            </MenuItem>
          )}
          {undoUntil !== undefined && ahead && (
            <MenuItem onClick={takeBack}>
              {speech.say('idea.undo')}{' '}
              <span className="quiet">{speech.say('tab.undo.until', { time: speech.time(undoUntil) })}</span>
            </MenuItem>
          )}
          {mayUnname && <MenuItem onClick={unname}>{speech.say('idea.unname')}</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
