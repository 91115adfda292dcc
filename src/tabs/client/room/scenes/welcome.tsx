import { MINUTE } from '../../../../kernel/time/clock.ts'
import type { RoomCheckIn, RoomView } from '../../../contract/room/room.ts'
import { QrCode } from '../../parts/panels/qr-code.tsx'
import { useStage } from '../parts/context.tsx'
import { Fit } from '../parts/fit.tsx'
import { useNow } from '../parts/use-now.ts'

/** Six letters are typed by threes. */
const spaced = (letters: string) => `${letters.slice(0, 3)}\u00A0${letters.slice(3)}`

function CheckIn({ checkIn: { url, letters } }: { checkIn: RoomCheckIn }) {
  const { say } = useStage().translator
  return (
    <div className="check-in">
      <p>{say('screen.welcome.scan')}</p>
      <QrCode text={url} label={say('screen.welcome.code')} />
      <p className="check-in-letters">
        <span>{say('screen.welcome.type')}</span> <strong>{spaced(letters)}</strong>
      </p>
    </div>
  )
}

/** Before the check-in opens, and once it is closed. */
function Join({ url }: { url: string }) {
  const { say } = useStage().translator
  return (
    <div className="check-in">
      <p>{say('screen.join')}</p>
      <QrCode text={url} label={say('screen.join.code')} />
    </div>
  )
}

function useArrivals({ present, workshop }: RoomView): string {
  const { translator, clock } = useStage()
  const now = useNow(clock, MINUTE)
  if (present > 0) return translator.say('screen.welcome.present', { count: present })
  if (now < workshop.startsAt)
    return translator.say('screen.welcome.soon', { time: translator.time(workshop.startsAt) })
  return translator.say('screen.welcome.seat')
}

/** Who comes in reads where they are, and says that they are there. */
export function WelcomeScene({ view, scene }: { view: RoomView; scene: WelcomeView }) {
  const arrivals = useArrivals(view)
  const { title, place } = view.workshop
  return (
    <div className="welcome">
      <div className="welcome-words">
        <Fit className="welcome-title">
          <h1>{title}</h1>
          {place && <p className="place">{place}</p>}
          {scene.words && <p className="welcome-said">{scene.words}</p>}
        </Fit>
        <p className="arrivals">{arrivals}</p>
      </div>
      {scene.checkIn ? <CheckIn checkIn={scene.checkIn} /> : <Join url={view.join.url} />}
    </div>
  )
}
type WelcomeView = Extract<RoomView['scene'], { readonly kind: 'welcome' }>
