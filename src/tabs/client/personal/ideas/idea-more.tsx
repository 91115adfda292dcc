import { lazy, type RefObject, useState } from 'react'
import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import { MenuButton } from '../../parts/actions/menu-acts.tsx'
import { useAhead } from '../../parts/actions/use-ahead.ts'
import { LazyPart } from '../../parts/notices/lazy-part.tsx'
import { useFocusHeir } from '../../parts/page/focus-heir.ts'
import { usePersonalTab } from '../navigation/context.tsx'

const IdeaMenu = lazy(() => import('./idea-menu.tsx'))

export type IdeaMoreProps = {
  readonly idea: IdeaView
  /** No room for « Commenter » among the first buttons. */
  readonly comment: boolean
  readonly takeBack: () => void
  readonly unname: () => void
}
type Props = IdeaMoreProps & { readonly row: RefObject<HTMLElement | null> }

/** Returns the focus to the idea when the focused item disappears. */
function Held({ row, ...props }: Props) {
  const { idea } = props
  const [wanted, setWanted] = useState(false)
  const place = useFocusHeir<HTMLSpanElement>(row)
  return (
    <span ref={place}>
      {wanted ? (
        <LazyPart fallback={<MenuButton name={idea.text} />}>
          <IdeaMenu {...props} />
        </LazyPart>
      ) : (
        <MenuButton name={idea.text} onClick={() => setWanted(true)} />
      )}
    </span>
  )
}

/** What one seldom does with an idea of one's own; nothing once nothing is left to do. */
export function IdeaMore(props: Props) {
  const { translator, announce } = usePersonalTab()
  const { undoUntil = 0, mayUnname } = props.idea
  const ahead = useAhead(undoUntil, () => announce(translator.say('tab.undo.over')))
  return props.comment || mayUnname || ahead ? <Held {...props} /> : null
}
