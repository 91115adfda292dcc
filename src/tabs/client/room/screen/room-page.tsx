import { useCallback, useEffect, useMemo, useState } from 'react'
import { languageOf, type WholeLanguage } from '../../../../kernel/text/language.ts'
import { MINUTE } from '../../../../kernel/time/clock.ts'
import { type Translator, translatorIn } from '../../parts/words/translator.ts'
import { readerWith } from '../data/screen-reader.ts'
import { createServerClock } from '../data/server-clock.ts'
import { forgetKey, keepKey, readKey, type ScreenKey } from '../data/stored-key.ts'
import type { Paired } from '../pairing/pair.ts'
import { type PairingEnd, PairingPage } from '../pairing/pairing-page.tsx'
import { useNow } from '../parts/use-now.ts'
import { Controls } from './controls.tsx'
import { useLook } from './look.ts'
import { RoomScreen } from './room-screen.tsx'
import { useWakeLock } from './wake-lock.ts'

type Standing = { readonly kept?: ScreenKey; readonly ended?: PairingEnd }

/** Before it is paired nobody says in which language a screen is: its address may, else its browser. */
function firstLanguage(): WholeLanguage {
  return languageOf(new URLSearchParams(location.search).get('lang') ?? navigator.language)
}

type PairedProps = {
  readonly kept: ScreenKey
  readonly translator: Translator
  readonly onEnded: (ended: PairingEnd) => void
}

/** A day's screen is over at midnight, also where no network says so. */
function PairedScreen({ kept: { key, until }, translator, onEnded }: PairedProps) {
  const [clock] = useState(() => createServerClock())
  const reader = useMemo(() => readerWith(key), [key])
  const over = useCallback(() => {
    forgetKey()
    onEnded(clock.now() >= until ? 'midnight' : 'revoked')
  }, [clock, until, onEnded])
  const now = useNow(clock, MINUTE)
  const past = clock.known() && now >= until
  useEffect(() => {
    if (past) over()
  }, [past, over])
  return <RoomScreen reader={reader} clock={clock} translator={translator} onOver={over} />
}

/** A projector's page: a code until somebody ties it to a workshop, then what its room is shown, until midnight. */
export function RoomPage() {
  const [{ kept, ended }, setStanding] = useState<Standing>(() => {
    const key = readKey()
    return key ? { kept: key } : {}
  })
  const translator = useMemo(() => translatorIn(firstLanguage(), 'Europe/Paris'), [])
  const { turn } = useLook()
  useWakeLock()
  const paired = useCallback(({ key, until }: Paired) => {
    keepKey({ key, until })
    setStanding({ kept: { key, until } })
  }, [])
  const over = useCallback((why: PairingEnd) => setStanding({ ended: why }), [])
  useEffect(() => {
    if (!kept) document.documentElement.lang = translator.language
  }, [kept, translator])
  return (
    <div className="room">
      {kept ? (
        <PairedScreen key={kept.key} kept={kept} translator={translator} onEnded={over} />
      ) : (
        <PairingPage translator={translator} ended={ended} onPaired={paired} />
      )}
      <Controls translator={translator} turnLook={turn} />
    </div>
  )
}
