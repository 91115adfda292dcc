import type { FileFault } from './domain.ts'

/** Runs of lines that are told of one group. */
const RUNS = 12

/** From a line to another, both of them too. */
type LineRun = readonly [from: number, to: number]

/** Faults that say the same of several lines. `count`: lines; `runs`: where they are, the first dozen. */
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

/** The faults of a file, one group for each that says something else, in the order of their first lines. */
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
