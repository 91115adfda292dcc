import type { Benchmark } from '../benchmark.ts'
import { type machine, machineOf } from '../machine.ts'
import type { Mark } from './marks.ts'
import { type Cells, HEAD, linesOf, type Row } from './row.ts'

/** What a table is of: its place, the machine, the day in words, and the command. */
export type Reading = {
  readonly mark: Mark
  readonly machine: ReturnType<typeof machine>
  readonly day: string
  readonly command: string
}

function missedIn(rows: readonly Row[]): string {
  const aims = rows.flatMap(({ name, result }) => (result?.aims ?? []).map(({ met }) => ({ name, met })))
  const missed = aims.filter(({ met }) => !met).map(({ name }) => `\`${name}\``)
  const failed = rows.filter(({ result }) => !result).map(({ name }) => `\`${name}\``)
  return [
    `${aims.length - missed.length} of ${aims.length} aims met`,
    ...(missed.length > 0 ? [`missed: ${[...new Set(missed)].join(', ')}`] : []),
    ...(failed.length > 0 ? [`failed: ${failed.join(', ')}`] : []),
  ].join('; ')
}

/** As the formatter of the project has a table: each column as wide as its widest cell. */
function drawn(lines: readonly Cells[]): readonly string[] {
  const plain = lines.map(cells => cells.map(cell => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim()))
  const widths = HEAD.map((_, at) => Math.max(3, ...plain.map(cells => cells[at]?.length ?? 0)))
  const line = (cells: Cells, fill = ' ') =>
    `| ${widths.map((width, at) => (cells[at] ?? '').padEnd(width, fill)).join(' | ')} |`
  const [head = [], ...rest] = plain
  return [line(head), line([], '-'), ...rest.map(cells => line(cells))]
}

/** The table of one run, in Markdown, with what is said above it. */
export function tableOf(rows: readonly Row[], benchmarks: readonly Benchmark[], reading: Reading): string {
  const of = new Map(benchmarks.map(each => [each.name, each]))
  const lines = rows.flatMap(row => {
    const benchmark = of.get(row.name)
    return benchmark ? linesOf(row, benchmark) : []
  })
  const { day, command, machine } = reading
  return [
    `Read off on ${day} by \`${command}\`: ${machineOf(machine)}. ${missedIn(rows)}.`,
    '',
    ...drawn([HEAD, ...lines]),
  ].join('\n')
}
