import '../panels/details.css'
import './remote.css'
import { useCallback, useState } from 'react'
import type { RoomVoteView } from '../../../contract/ballots/room-votes.ts'
import type { Call } from '../../data/api/call.ts'
import { useSession } from '../page/context.tsx'
import { useServerTime } from '../room/server-time.ts'
import { timerReading, useTimerNews } from '../room/timer.ts'
import { RoomVote } from '../room-vote/room-vote.tsx'
import { NextBar } from './next-bar.tsx'
import { NowCard } from './now-card.tsx'
import { OptionsPanel } from './options-panel.tsx'
import { OrderActs, SceneActs } from './scene-acts.tsx'
import { ScreensPanel } from './screens-panel.tsx'
import { TimerActs } from './timer-acts.tsx'
import type { Remote } from './use-remote.ts'
import { WallPanel } from './wall-panel.tsx'

type Props = { readonly remote: Remote; readonly call: Call }

/**
 * The remote's parts: what stands and what comes next first, what is needed seldom last. Where no screen follows it yet, a
 * screen first of all.
 */
export function RemoteBody({ remote, call }: Props) {
  const { translator, announce } = useSession()
  const { room } = remote.view
  const { timer } = room
  // As it was on arriving: what somebody has just typed a code into stays where it is.
  const [alone] = useState(remote.view.screens.length === 0)
  const now = useServerTime(room.at, timer !== undefined && timer.left === undefined)
  const reading = timer && timerReading(timer, now)
  useTimerNews(
    reading,
    translator,
    useCallback(text => announce(text), [announce]),
  )
  /** Opened from here, it is what the room looks at. */
  const showVote = ({ ballot: { id, question } }: RoomVoteView) =>
    remote.send(
      'show',
      { scene: { kind: 'vote', ballot: id } },
      translator.say('remote.shown', { scene: question }),
    )
  return (
    <div className="remote">
      <div className="remote-main">
        {alone && <ScreensPanel remote={remote} />}
        <NowCard room={room} reading={reading} />
        <NextBar remote={remote} />
        <TimerActs remote={remote} reading={reading} />
        <RoomVote workshop={remote.workshop} opened={vote => void showVote(vote)} />
        <OrderActs remote={remote} />
        <SceneActs remote={remote} />
      </div>
      <div className="remote-side">
        <WallPanel call={call} workshop={remote.workshop} reviewed={remote.view.options.reviewed} />
        <OptionsPanel remote={remote} />
        {!alone && <ScreensPanel remote={remote} />}
      </div>
    </div>
  )
}
