import { Button } from '@fluentui/react-components'
import type { InitiativeView } from '../../../contract/initiatives/initiatives.ts'
import { useSession } from '../../parts/page/context.tsx'
import { StateBadge } from '../../parts/panels/badge.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { useGalleryTab } from './context.tsx'

type Props = {
  readonly initiative: InitiativeView
  readonly size: 'small' | 'medium'
  readonly quiet?: boolean
}

/** « Je rejoins », or in its place how I take part. Takes the focus once it was answered. */
export function Membership({ initiative, size, quiet = false }: Props) {
  const { translator, acting } = useSession()
  const { open } = useGalleryTab()
  const { id, title, joined, mine } = initiative
  if (!acting) return null
  if (mine || joined) {
    return (
      <span className="state" id={`taking-part-${id}`} tabIndex={-1}>
        <StateBadge tone="good">{translator.say(mine ? 'gallery.carried' : 'gallery.joined')}</StateBadge>
      </span>
    )
  }
  return (
    <Button
      size={size}
      appearance={size === 'small' ? 'subtle' : quiet ? 'secondary' : 'primary'}
      aria-label={actName(translator, 'initiative.join', title)}
      className={size === 'small' ? 'plain' : ''}
      onClick={() => open({ kind: 'join', initiative })}
    >
      {translator.say('initiative.join')}
    </Button>
  )
}
