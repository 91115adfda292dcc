import { type Clock, MINUTE, spansOf } from '../time/clock.ts'

type Say = (fields: { readonly reason: string; readonly unsaid: number }) => void

/** Throttled log of rejected requests: one line a minute, with how many more there were since the last. */
export function createRejectionLog(clock: Clock, say: Say): (reason: string) => void {
  const spans = spansOf(clock)
  let last = Number.NEGATIVE_INFINITY
  let unsaid = 0
  return reason => {
    if (spans.now() - last < MINUTE) {
      unsaid += 1
      return
    }
    say({ reason, unsaid })
    last = spans.now()
    unsaid = 0
  }
}
