import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { chance } from '../../../../kernel/crypto/random.ts'
import { SECOND } from '../../../../kernel/time/clock.ts'
import type { AxisView } from '../../../contract/programme/programme.ts'
import { paint } from '../../parts/start/palette.ts'
import { type Translator, translatorIn } from '../../parts/words/translator.ts'
import { followRoom, type RoomFollower } from '../data/follow.ts'
import type { RoomReader } from '../data/reader.ts'
import type { ServerClock } from '../data/server-clock.ts'
import { later } from '../data/timers.ts'
import { StageProvider } from '../parts/context.tsx'
import { Corner } from '../parts/corner.tsx'
import { useNow } from '../parts/use-now.ts'
import { Lost } from './lost.tsx'
import { roomSaid } from './said.ts'
import { Scene } from './scene.tsx'
import { usePaced } from './spoken.ts'

const NO_AXES: readonly AxisView[] = []

type Props = {
  readonly reader: RoomReader
  readonly clock: ServerClock
  /** Until the room says in which language it is. */
  readonly translator: Translator
  /** The right to read is gone. */
  readonly onOver: () => void
}

/** Follows the room for as long as the page stands, and tries at once when the network comes back or somebody looks. */
function useFollower({ reader, clock, onOver }: Props) {
  const [follower, setFollower] = useState<RoomFollower>()
  useEffect(() => {
    const made = followRoom({ reader, clock, later, chance })
    const wake = () => {
      if (document.visibilityState === 'visible') made.wake()
    }
    const leave = made.subscribe(() => made.state().over && onOver())
    addEventListener('online', wake)
    document.addEventListener('visibilitychange', wake)
    setFollower(made)
    return () => {
      leave()
      made.stop()
      removeEventListener('online', wake)
      document.removeEventListener('visibilitychange', wake)
    }
  }, [reader, clock, onOver])
  return follower
}

function Followed({ follower, ...props }: Props & { readonly follower: RoomFollower }) {
  const { view, wall, lostSince } = useSyncExternalStore(follower.subscribe, follower.state)
  const { clock } = props
  const { language, zone, axes } = view?.programme ?? { ...props.translator, axes: NO_AXES }
  const translator = useMemo(() => translatorIn(language, zone), [language, zone])
  const stage = useMemo(() => ({ translator, clock, axes }), [translator, clock, axes])
  const now = useNow(clock, 5 * SECOND)
  const said = usePaced(view ? roomSaid(view, wall, translator, now) : '')
  useEffect(() => {
    document.documentElement.lang = language
    document.title = [view?.workshop.title, translator.say('screen.pair')].filter(Boolean).join(' · ')
  }, [language, translator, view?.workshop.title])
  useEffect(() => {
    paint(axes)
  }, [axes])
  if (!view)
    return (
      <main className="pairing">
        <h1>{translator.say('screen.pair')}</h1>
        <p className="pairing-how">
          {translator.say(lostSince ? 'screen.pair.lost' : 'screen.pair.opening')}
        </p>
      </main>
    )
  const alone = view.scene.kind === 'welcome'
  return (
    <StageProvider stage={stage}>
      <main className={`stage ${alone ? 'alone' : ''}`} data-scene={view.scene.kind}>
        <Scene key={view.scene.kind} view={view} wall={wall} />
      </main>
      {!alone && <Corner view={view} />}
      {lostSince !== undefined && <Lost since={lostSince} />}
      <div role="status" className="unseen">
        {said}
      </div>
    </StageProvider>
  )
}

/** The room's screen, whoever reads it. */
export function RoomScreen(props: Props) {
  const follower = useFollower(props)
  return follower ? <Followed {...props} follower={follower} /> : null
}
