import { type Clock, MINUTE, SECOND, spansOf } from '../kernel/time/clock.ts'

/** Faults in a row after which nothing is sent for a while. */
const FAULTS = 3
const FIRST_WAIT = 15 * SECOND
const LONGEST_WAIT = 10 * MINUTE

/** The endpoint refuses the key, or is left alone for a while. */
type Closed = 'denied' | 'busy'

/** `ok`: it answered, whatever it said; `none`: the call says nothing about the endpoint. `busyFor`: milliseconds. */
export type CallVerdict = 'ok' | 'fault' | 'denied' | 'none' | { readonly busyFor: number }

export type Breaker = {
  /** Why nothing may be sent now; undefined where a call may. */
  readonly closed: () => Closed | undefined
  /** Begins a call; what is returned ends it. After a wait one call alone tries, and others are told that it is closed. */
  readonly enter: () => Closed | { readonly leave: (verdict: CallVerdict) => void }
  /** Forgets all of it: the operator started it again. */
  readonly reset: () => void
}

/** `told` hears of each change, for the operator: `wait` in milliseconds. */
export function createBreaker(
  clock: Clock,
  told: (change: 'denied' | 'closed' | 'open', wait: number) => void,
): Breaker {
  const spans = spansOf(clock)
  let [faults, wait, until] = [0, FIRST_WAIT, 0]
  let [denied, shut, trying] = [false, false, false]

  function closed(): Closed | undefined {
    if (denied) return 'denied'
    return shut && (trying || spans.now() < until) ? 'busy' : undefined
  }

  function shutFor(ms: number): void {
    until = Math.max(until, spans.now() + ms)
    if (!shut) told('closed', ms)
    shut = true
  }

  function reopen(): void {
    if (shut) told('open', 0)
    ;[faults, wait, until, shut] = [0, FIRST_WAIT, 0, false]
  }

  function fail(): void {
    faults += 1
    // Calls that began before it was shut end later: they do not lengthen the wait.
    if (spans.now() < until || (!shut && faults < FAULTS)) return
    shutFor(wait)
    wait = Math.min(LONGEST_WAIT, wait * 2)
  }

  function judge(verdict: CallVerdict): void {
    if (verdict === 'ok') reopen()
    else if (verdict === 'fault') fail()
    else if (verdict === 'denied') {
      if (!denied) told('denied', 0)
      denied = true
    } else if (verdict !== 'none') shutFor(Math.min(LONGEST_WAIT, verdict.busyFor))
  }

  return {
    closed,
    enter() {
      const why = closed()
      if (why) return why
      const isTrial = shut
      if (isTrial) trying = true
      return {
        leave(verdict) {
          if (isTrial) trying = false
          judge(verdict)
        },
      }
    },
    reset() {
      denied = false
      reopen()
    },
  }
}
