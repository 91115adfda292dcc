import { MINUTE, SECOND } from '../../../../kernel/time/clock.ts'
import type { ClaimView, PairingView } from '../../../contract/room/pairing.ts'
import { failureOf } from '../../data/api/failure.ts'
import { createAlarm, type Later } from '../data/timers.ts'

/** `offline`: no network, or no server · `busy`: too many codes were asked for from here. */
export type PairingState = { readonly code?: string; readonly trouble?: 'offline' | 'busy' }
export type Paired = Extract<ClaimView, { readonly state: 'paired' }>

const EVERY = 2 * SECOND
/** A code lives two minutes on the server; another stands here before that is over (ms). */
const LIFE = 2 * MINUTE - 5 * SECOND
const LONGEST_WAIT = 30 * SECOND

export type PairingParts = {
  readonly post: <T>(path: string, body: object) => Promise<T>
  readonly elapsed: () => number
  readonly later: Later
  readonly told: (state: PairingState) => void
  readonly paired: (answer: Paired) => void
}

/** Asks for a code and for whether somebody typed it, until somebody did. @returns the function that ends it */
export function beginPairing({ post, elapsed, later, told, paired }: PairingParts): () => void {
  const alarm = createAlarm(later)
  let mine: (Pick<PairingView, 'code' | 'secret'> & { readonly at: number }) | undefined
  let losses = 0
  let stopped = false

  const isPast = ({ at }: { at: number }) => elapsed() - at >= LIFE

  async function request(): Promise<void> {
    const at = elapsed()
    const { code, secret } = await post<PairingView>('/pairings', {})
    mine = { code, secret, at }
  }

  async function claim({ code, secret }: { code: string; secret: string }): Promise<boolean> {
    const answer = await post<ClaimView>('/pairings/claim', { code, secret })
    if (answer.state === 'waiting' || stopped) return false
    paired(answer)
    return true
  }

  function lose(thrown: unknown): number {
    const { kind } = failureOf(thrown)
    // The code is past, or nobody can type it any more: another is asked for.
    if (kind === 'session' || (mine && isPast(mine))) mine = undefined
    losses++
    const trouble = kind === 'refusal' ? 'busy' : 'offline'
    // One lost call is no news while a code stands.
    if (!mine || losses > 2) told(mine ? { code: mine.code, trouble } : { trouble })
    return Math.min(LONGEST_WAIT, EVERY * 2 ** Math.min(losses - 1, 4))
  }

  async function turn(): Promise<void> {
    let wait = EVERY
    try {
      if (!mine || isPast(mine)) await request()
      else if (await claim(mine)) return
      losses = 0
      if (mine && !stopped) told({ code: mine.code })
    } catch (thrown) {
      if (!stopped) wait = lose(thrown)
    }
    if (!stopped) alarm.set(wait, () => void turn())
  }

  void turn()
  return () => {
    stopped = true
    alarm.stop()
  }
}
