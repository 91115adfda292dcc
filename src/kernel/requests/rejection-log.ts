import { type Clock, MINUTE, spansOf } from '../time/clock.ts'

type Say = (fields: { readonly reason: string; readonly unsaid: number }) => void

/** One line a minute, however many are turned away: it says how many more there were since the last. */
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
