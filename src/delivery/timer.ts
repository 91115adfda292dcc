/** Calls `run` once after `ms` milliseconds unless the answer is called before. */
export type Timer = (ms: number, run: () => void) => () => void

export const systemTimer: Timer = (ms, run) => {
  const handle = setTimeout(run, ms)
  return () => clearTimeout(handle)
}

/** A timer that does not keep the process alive. */
export const quietTimer: Timer = (ms, run) => {
  const handle = setTimeout(run, ms).unref()
  return () => clearTimeout(handle)
}
