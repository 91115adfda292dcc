import type { FileFault } from './domain.ts'

/** Limit of line runs listed per group. */
const RUNS = 12

/** First and last line, inclusive. */
type LineRun = readonly [from: number, to: number]

/** Faults that say the same of several lines. `count`: number of lines; `runs`: where, the first dozen. */
type FaultGroup = Pick<FileFault, 'code' | 'details'> & {
  readonly count: number
  readonly runs: readonly LineRun[]
}

function runsOf(lines: readonly number[]): readonly LineRun[] {
  const runs: [number, number][] = []
  for (const line of lines) {
    const last = runs.at(-1)
    if (last && line === last[1] + 1) last[1] = line
    else runs.push([line, line])
  }
  return runs.slice(0, RUNS)
}

/** Groups the faults of a file by what they say, in the order of their first lines. */
export function faultGroups(faults: readonly FileFault[]): readonly FaultGroup[] {
  const groups = Map.groupBy(faults, ({ code, details }) => JSON.stringify([code, details]))
  return [...groups.values()].flatMap(all => {
    const [first] = all
    const lines = [...new Set(all.map(({ line }) => line))].sort((one, other) => one - other)
    return first
      ? [{ code: first.code, details: first.details, count: lines.length, runs: runsOf(lines) }]
      : []
  })
}
