import { wantedOf } from '../aims.ts'
import { aimsOf, type Benchmark, type Options, type Result } from '../benchmark.ts'

/** A benchmark of the table: its result, or why it has none. `load`: what else the machine did just before; `seconds`: of its group. */
export type Row = {
  readonly name: string
  readonly about: string
  readonly size: Options
  readonly load: number
  readonly seconds: number
  readonly result?: Result
  readonly fault?: string
}

/** What stands in a line of the table, in Markdown. */
export type Cells = readonly string[]

export const HEAD: Cells = ['name', 'what; beside what', 'value', 'baseline', 'ratio', 'aim', '']

/** Above this a figure says at which load it was read off. */
const BUSY = 2

const number = (value: number) => value.toLocaleString('en', { maximumSignificantDigits: 4 })
/** Numbers as a page has them. */
const grouped = (text: string) =>
  text.replace(/(?<![\d,.])\d{4,}(?![\d.])/g, digits => number(Number(digits)))

/** What was done of it where that was not all. */
function sizeOf({ recipients, minutes, postgres }: Options): string {
  return [
    ...(recipients === undefined ? [] : [`; here ${number(recipients)} people`]),
    ...(minutes === undefined ? [] : [`; here ${number(minutes)} minutes`]),
    ...(postgres ? ['; on PostgreSQL'] : []),
  ].join('')
}

function figureOf({ value, unit, n, low, high }: Result, load: number): string {
  const spread = n > 1 ? `n ${n}, ${number(low)} to ${number(high)}` : 'n 1'
  return `${number(value)} ${unit} (${spread})${load > BUSY ? `, **at load ${load}**` : ''}`
}

const said = (isMet: boolean) => (isMet ? 'met' : '**missed**')
const isOwn = (of: string) => of === 'value' || of === 'ratio'
const named = (of: string, wanted: string, unit: string) =>
  of === 'value' ? `${wanted} ${unit}` : `${of} ${wanted}`

function failed({ name, about, size, fault = 'it said nothing' }: Row, benchmark: Benchmark): Cells {
  const wanted = aimsOf(benchmark).map(aim => named(aim.of, wantedOf(aim), benchmark.unit))
  const what = grouped(about) + sizeOf(size)
  return [`\`${name}\``, what, `failed: ${fault}`, '', '', wanted.join('; '), '**failed**']
}

/** The lines of a benchmark: its own, and one for each aim of what was counted on the way. */
export function linesOf(row: Row, benchmark: Benchmark): readonly Cells[] {
  const { name, about, size, load, result } = row
  if (!result) return [failed(row, benchmark)]
  const { aims = [], unit, baseline, ratio } = result
  const own = aims.filter(({ of }) => isOwn(of))
  const wanted = own.map(({ of, wanted }) => named(of, wanted, unit)).join('; ')
  const verdict = own.length > 0 ? said(own.every(({ met }) => met)) : ''
  const what = grouped(about) + sizeOf(size)
  const beside = [`${number(baseline)} ${unit}`, number(ratio)]
  return [
    [`\`${name}\``, what, figureOf(result, load), ...beside, wanted, verdict],
    ...aims
      .filter(({ of }) => !isOwn(of))
      .map(({ of, wanted, found, met }) => {
        const counted = found === undefined ? 'not counted' : number(found)
        return ['', grouped(of), counted, '', '', wanted, said(met)]
      }),
  ]
}
