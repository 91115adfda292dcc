import { readFileSync, writeFileSync } from 'node:fs'
import type { Benchmark, Options } from '../benchmark.ts'
import { ROOT } from '../process.ts'
import { runChild } from './child.ts'
import { flagsOf, type Group, groupsOf } from './group.ts'
import { loadBefore } from './load.ts'
import { putBetween } from './marks.ts'
import type { Row } from './row.ts'
import { type Reading, tableOf } from './table.ts'

const PAGE = `${ROOT}bench/README.md`
/** For which one group is waited (ms). */
const PATIENCE = 15 * 60_000
const LONG = 90 * 60_000

/** `size`: what is asked for instead of what each has. `said` hears of each row as it is made. */
export type Asked = {
  readonly isLong: boolean
  readonly isQuick: boolean
  readonly size: Options
  readonly said: (row: Row) => void
}

/** One group measured in a process of its own, whatever becomes of it. */
async function measured(
  { name, benchmarks, size }: Group,
  { isLong, isQuick }: Asked,
): Promise<readonly Row[]> {
  const load = await loadBefore()
  const from = performance.now()
  const form = isQuick ? ['--quick'] : flagsOf(size)
  const args = ['bench/run.ts', name, '--json', '--built', ...form]
  const { results, fault } = await runChild(args, isLong ? LONG : PATIENCE)
  const seconds = Math.round((performance.now() - from) / 1_000)
  return benchmarks.map(benchmark => {
    // Of several tries the last is the one that counts.
    const result = results.findLast(each => each.name === benchmark.name)
    return {
      name: benchmark.name,
      about: benchmark.about,
      size: isQuick ? {} : size,
      load,
      seconds,
      ...(result && { result }),
      ...(fault !== undefined && { fault }),
    }
  })
}

/** All of them, one group after the other. Ends what it began where it is interrupted. */
export async function measureWhole(benchmarks: readonly Benchmark[], asked: Asked): Promise<readonly Row[]> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  const rows: Row[] = []
  for (const group of groupsOf(benchmarks, asked.size))
    for (const row of await measured(group, asked)) {
      rows.push(row)
      asked.said(row)
    }
  return rows
}

/** Puts the table where bench/README.md has its place. */
export function writeTable(rows: readonly Row[], benchmarks: readonly Benchmark[], reading: Reading): void {
  const table = tableOf(rows, benchmarks, reading)
  writeFileSync(PAGE, putBetween(readFileSync(PAGE, 'utf8'), reading.mark, table))
}
