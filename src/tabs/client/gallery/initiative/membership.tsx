import { Button } from '@fluentui/react-components'
import type { InitiativeView } from '../../../contract/initiatives.ts'
import { useGround } from '../../parts/page/context.tsx'
import { StateBadge } from '../../parts/panels/badge.tsx'
import { actName } from '../../parts/words/button-name.ts'
import { useHall } from './context.tsx'

type Props = {
  readonly initiative: InitiativeView
  readonly size: 'small' | 'medium'
  readonly quiet?: boolean
}

/** « Je rejoins », or in its place how I take part. Takes the focus once it was answered. */
export function Membership({ initiative, size, quiet = false }: Props) {
  const { speech, acting } = useGround()
  const { open } = useHall()
  const { id, title, joined, mine } = initiative
  if (!acting) return null
  if (mine || joined) {
    return (
      <span className="state" id={`taking-part-${id}`} tabIndex={-1}>
        <StateBadge tone="good">{speech.say(mine ? 'gallery.carried' : 'gallery.joined')}</StateBadge>
      </span>
    )
  }
  return (
    <Button
      size={size}
      appearance={size === 'small' ? 'subtle' : quiet ? 'secondary' : 'primary'}
      aria-label={actName(speech, 'initiative.join', title)}
      className={size === 'small' ? 'plain' : ''}
      onClick={() => open({ kind: 'join', initiative })}
    >
      {speech.say('initiative.join')}
    </Button>
  )
}
