import { useEffect, useState } from 'react'
import { systemClock } from '../../../../kernel/time/clock.ts'
import type { Translator } from '../../parts/words/translator.ts'
import { post } from '../data/screen-reader.ts'
import { later } from '../data/timers.ts'
import { beginPairing, type Paired, type PairingState } from './pair.ts'

/** Why a screen that was paired no longer is. */
export type PairingEnd = 'revoked' | 'midnight'

const ENDED = { revoked: 'screen.over.revoked', midnight: 'screen.over.midnight' } as const
const TROUBLE = { offline: 'screen.pair.offline', busy: 'screen.pair.busy' } as const

/** Letters by threes; spoken one by one. */
function Code({ code, translator: { say } }: { code: string; translator: Translator }) {
  return (
    <p
      className="pairing-code"
      role="img"
      aria-label={say('screen.pair.code', { code: [...code].join(' ') })}
    >
      <span>{code.slice(0, 3)}</span>
      <span>{code.slice(3)}</span>
    </p>
  )
}

type Props = {
  readonly translator: Translator
  readonly ended: PairingEnd | undefined
  readonly onPaired: (answer: Paired) => void
}

/** A screen that nobody has tied to a workshop: its code, and what to do with it. */
export function PairingPage({ translator, ended, onPaired }: Props) {
  const { say } = translator
  const [{ code, trouble }, told] = useState<PairingState>({})
  useEffect(
    () =>
      beginPairing({ post, elapsed: systemClock.elapsed ?? systemClock.now, later, told, paired: onPaired }),
    [onPaired],
  )
  return (
    <main className={ended ? 'pairing again' : 'pairing'}>
      <h1>{say('screen.pair')}</h1>
      {ended && <p className="pairing-ended">{say(ENDED[ended])}</p>}
      {code ? (
        <Code code={code} translator={translator} />
      ) : (
        <p className="pairing-wait">{say('screen.pair.coming')}</p>
      )}
      <p className="pairing-how">{say('screen.pair.how')}</p>
      <p className="pairing-foot">{trouble ? say(TROUBLE[trouble]) : say('screen.pair.turns')}</p>
    </main>
  )
}
