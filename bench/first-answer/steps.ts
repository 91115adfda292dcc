/** A step of a way to the first answer. */
export type Step = {
  readonly what: string
  /** What somebody does: commands typed, rows of a portal filled in, settings written. */
  readonly acts: number
  readonly seconds: number
  /** Why it was not done here. */
  readonly left?: string
}

/** A stopwatch, and the steps that it took. */
export function createSteps() {
  const steps: Step[] = []
  return {
    all: steps as readonly Step[],
    /** Does it. @returns what it comes to */
    async time<T>(what: string, acts: number, work: () => T | Promise<T>): Promise<T> {
      const from = performance.now()
      const done = await work()
      steps.push({ what, acts, seconds: (performance.now() - from) / 1_000 })
      return done
    },
    /** What cannot be done here, and its acts. */
    leave: (what: string, acts: number, left: string) => void steps.push({ what, acts, seconds: 0, left }),
  }
}

export type Steps = ReturnType<typeof createSteps>

const WIDTH = 72

/** A line for each step, and their sums. */
export function tableOf(title: string, steps: readonly Step[]): string {
  const sum = (of: (step: Step) => number) => steps.reduce((all, step) => all + of(step), 0)
  const line = (what: string, acts: string | number, seconds: string) =>
    `${what.slice(0, WIDTH).padEnd(WIDTH)}${String(acts).padStart(6)}${seconds.padStart(10)}`
  return [
    line(title, 'acts', 'seconds'),
    ...steps.map(({ what, acts, seconds, left }) =>
      left === undefined ? line(what, acts, seconds.toFixed(1)) : `${line(what, acts, '–')}  ${left}`,
    ),
    line(
      'in all',
      sum(step => step.acts),
      sum(step => step.seconds).toFixed(1),
    ),
    '',
  ].join('\n')
}
