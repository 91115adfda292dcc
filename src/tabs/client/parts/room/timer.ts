import { useEffect, useRef } from 'react'
import { MINUTE, SECOND } from '../../../../kernel/time/clock.ts'
import type { RoomTimer } from '../../../contract/room/room.ts'
import type { Translator } from '../words/translator.ts'

/** A timer at one moment; `left`: ms, 0 once it is over. */
export type TimerReading = { readonly state: 'running' | 'paused' | 'over'; readonly left: number }

/** From here on the time left is said in seconds (ms). */
const NEAR = 90 * SECOND
/** What is left when it is said aloud, the longest first (ms). */
const MARKS = [5 * MINUTE, MINUTE] as const

export function timerReading({ endsAt, left, ended }: RoomTimer, now: number): TimerReading {
  if (ended) return { state: 'over', left: 0 }
  if (left !== undefined) return { state: 'paused', left }
  return now >= endsAt ? { state: 'over', left: 0 } : { state: 'running', left: endsAt - now }
}

/** « 4:32 » */
export function clockText(left: number): string {
  const seconds = Math.ceil(left / SECOND)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** « 4 minutes », « 40 secondes »: what is left, for who listens. */
export function leftText(left: number, { say }: Translator): string {
  if (left > NEAR) return say('remote.timer.minutes', { count: Math.ceil(left / MINUTE) })
  return say('remote.timer.seconds', { count: Math.max(10, Math.ceil(left / (10 * SECOND)) * 10) })
}

/** What a timer says in one sentence. */
export function timerText({ state, left }: TimerReading, translator: Translator): string {
  const { say } = translator
  if (state === 'over') return say('remote.timer.over')
  const text = leftText(left, translator)
  return say(state === 'paused' ? 'remote.timer.paused' : 'remote.timer.left', { left: text })
}

const stepOf = ({ state, left }: TimerReading) =>
  state === 'running' ? `running ${MARKS.filter(mark => left <= mark).length}` : state

/** Says aloud that the timer began, waits, has five minutes or one left, or is over; never each second. */
export function useTimerNews(
  reading: TimerReading | undefined,
  translator: Translator,
  announce: (text: string) => void,
): void {
  const step = reading && stepOf(reading)
  const before = useRef(step)
  useEffect(() => {
    if (before.current === step) return
    before.current = step
    if (reading) announce(timerText(reading, translator))
  }, [step, reading, translator, announce])
}
