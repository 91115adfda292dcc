import type { RefObject } from 'react'
import type { RoomVoteView } from '../../../../contract/ballots/room-votes.ts'
import { ActFailure } from '../../../parts/actions/action.tsx'
import { ActButton } from '../../../parts/actions/action-button.tsx'
import { Notice } from '../../../parts/notices/notice.tsx'
import { useSession } from '../../../parts/page/context.tsx'
import { useFocusHeir } from '../../../parts/page/focus-heir.ts'
import { type Remote, useRemote } from '../../../parts/remote/use-remote.ts'
import { sceneText } from '../../../parts/room/scene-texts.ts'
import { screenOffer } from './screen-offer.ts'

type Heir = RefObject<HTMLElement | null>
type ActProps = Pick<RoomVoteView, 'ballot'> & { readonly remote: Remote; readonly heir: Heir }

function ShowAct({ ballot: { id, question }, remote: { act, moved, send, view }, heir }: ActProps) {
  const session = useSession()
  const { say } = session.translator
  const place = useFocusHeir<HTMLDivElement>(heir)
  const shown = (scene: string) => say('remote.shown', { scene })
  const show = () => send('show', { scene: { kind: 'vote', ballot: id } }, shown(question))
  return (
    <div ref={place}>
      <div className="acts">
        <ActButton act={act} onPress={() => void show()}>
          {say('remote.show.vote')}
        </ActButton>
      </div>
      {moved && (
        <Notice tone="neutral">
          {say('remote.moved')} {shown(sceneText(view.room.scene, session).title)}
        </Notice>
      )}
      <ActFailure act={act} />
    </div>
  )
}

type Props = {
  readonly workshop: string
  readonly vote: RoomVoteView
  /** Has the focus once the button is gone. */
  readonly heir: Heir
}

/** « Montrer à l’écran », for a vote that was just opened: as from the remote, and only while a screen follows it. */
export function ShowVote({ workshop, vote: { ballot }, heir }: Props) {
  const { call, translator } = useSession()
  const { say } = translator
  const { remote } = useRemote(call, workshop)
  const offer = remote && screenOffer(remote.view, ballot.id)
  if (!remote || !offer) return null
  if (offer === 'show') return <ShowAct ballot={ballot} remote={remote} heir={heir} />
  return <p className="quiet">{say('remote.standing', { scene: say('remote.scene.vote') })}</p>
}
