/** Runs something later (ms). @returns the function that calls it off */
export type Later = (wait: number, run: () => void) => () => void

export const later: Later = (wait, run) => {
  const timer = setTimeout(run, wait)
  return () => clearTimeout(timer)
}

/** One thing at most that is to be run later: another takes its place. */
export function createAlarm(after: Later) {
  let cancel: (() => void) | undefined
  const stop = () => {
    cancel?.()
    cancel = undefined
  }
  return {
    stop,
    set(wait: number, run: () => void) {
      stop()
      cancel = after(wait, run)
    },
  }
}
