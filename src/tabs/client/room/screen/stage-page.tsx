import { useCallback, useEffect, useMemo, useState } from 'react'
import { languageOf } from '../../../../kernel/text/language.ts'
import type { Host } from '../../host/connection.ts'
import { tellShown } from '../../host/meeting.ts'
import type { Look } from '../../host/themes.ts'
import { translatorIn } from '../../parts/words/translator.ts'
import { memberReader } from '../data/member-reader.ts'
import { createServerClock } from '../data/server-clock.ts'
import { RoomScreen } from './room-screen.tsx'

const LOOKS: Readonly<Record<string, Look>> = { dark: 'dark', glass: 'dark', contrast: 'contrast' }

function wear(theme: string): void {
  document.documentElement.dataset.look = LOOKS[theme] ?? 'light'
}

function Sentence({ text }: { text: string }) {
  return (
    <main className="pairing">
      <p className="pairing-how">{text}</p>
    </main>
  )
}

function Shown({ host, workshop }: { host: Host; workshop: string }) {
  const [clock] = useState(() => createServerClock())
  const reader = useMemo(() => memberReader(host.token, workshop), [host, workshop])
  const translator = useMemo(() => translatorIn(languageOf(host.locale), 'Europe/Paris'), [host])
  const [over, setOver] = useState(false)
  const end = useCallback(() => setOver(true), [])
  useEffect(() => {
    wear(host.theme)
    host.onTheme(wear)
    tellShown()
  }, [host])
  if (over) return <Sentence text={translator.say('screen.stage.over')} />
  return <RoomScreen reader={reader} clock={clock} translator={translator} onOver={end} />
}

type Props = { readonly host: Promise<Host>; readonly workshop: string }

/** A meeting's stage: what the room's screen shows, read by each person in the meeting as themselves. */
export function StagePage({ host, workshop }: Props) {
  const [connected, setConnected] = useState<Host>()
  const [lost, setLost] = useState(false)
  const { say } = useMemo(() => translatorIn(languageOf(navigator.language), 'Europe/Paris'), [])
  useEffect(() => {
    host.then(setConnected, () => setLost(true))
  }, [host])
  return (
    <div className="room">
      {lost && <Sentence text={say('screen.stage.outside')} />}
      {connected && <Shown host={connected} workshop={workshop} />}
    </div>
  )
}
