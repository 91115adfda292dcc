import type { RemoteView } from '../../../../contract/room/remote.ts'
import { pathTo } from '../../../data/store/lists.ts'
import { useReading } from '../../../parts/lists/reading.ts'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { Panel } from '../../../parts/panels/panel.tsx'
import { sceneText } from '../../../parts/room/scene-texts.ts'
import { failureText } from '../../../parts/words/failure-text.ts'
import { LinkButton } from '../../parts/link-button.tsx'
import type { PanelProps } from '../workshop/panels.ts'
import { remoteAddress } from './address.ts'

/** « Écran de la salle »: what it shows, and the way to the remote; nothing to who leads one table alone. */
export default function RemotePanel({ workshop: { id } }: PanelProps) {
  const session = useSession()
  const { translator } = session
  const { say } = translator
  const path = pathTo('/workshops', id, 'remote')
  const { value, failure } = useReading<RemoteView>(path, ['room'], 'unread.room')
  if (failure?.kind === 'refusal') return null
  return (
    <Panel
      title={say('remote.screen.title')}
      action={<LinkButton href={remoteAddress(id)}>{say('remote.open')}</LinkButton>}
    >
      {failure && <Notice tone="warning">{failureText(failure, translator, {})}</Notice>}
      {value && <p>{say('remote.shown', { scene: sceneText(value.room.scene, session).title })}</p>}
    </Panel>
  )
}
