import type { Played } from './acts.ts'
import { isOfPage } from './headings.ts'
import type { Look } from './pages.ts'

/** What was seen in one engine. */
export type Seen = {
  /** The engine and its version. */
  readonly engine: string
  readonly looks: readonly Look[]
  readonly played: readonly Played[]
  /** Whole seconds that it took. */
  readonly seconds: number
}

/** A heading without what counts and clocks make of it. */
const lasting = (heading: string) => heading.replaceAll(/\d+/g, '#')

/** What is wrong with a page, held against what Chromium shows there. */
export function faultsOf(look: Look, chromium: Look | undefined): readonly string[] {
  const shown = new Set(look.headings.map(lasting))
  const missing = chromium?.headings.filter(each => isOfPage(each) && !shown.has(lasting(each))) ?? []
  const listed = ({ headings }: Look) => headings.filter(each => !isOfPage(each)).length
  const fewer = chromium ? listed(chromium) - listed(look) : 0
  return [
    ...(look.wider > 0 ? [`${look.wider} px wider than its window`] : []),
    ...look.faults,
    ...missing.map(heading => `no heading «${heading}»`),
    ...(fewer > 0 ? [`headings in lists: ${fewer} missing`] : []),
  ]
}

/** All that is wrong in one engine, a line each. */
export function findings({ looks, played }: Seen, chromium: readonly Look[]): readonly string[] {
  const known = new Map(chromium.map(look => [look.page, look]))
  return [
    ...looks.flatMap(look => faultsOf(look, known.get(look.page)).map(fault => `${look.page}: ${fault}`)),
    ...played.flatMap(({ act, fault }) => (fault === undefined ? [] : [`${act}: ${fault}`])),
  ]
}

const row = (cells: readonly string[]) =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(22) : cell.padStart(12))).join('')

/** One line for each engine: what it was shown, and how much was wrong. */
export function tableOf(seen: readonly Seen[], chromium: readonly Look[]): string {
  const heads = ['engine', 'pages', 'too wide', 'errors', 'no heading', 'acts', 'seconds']
  const lines = seen.map(({ engine, looks, played, seconds }) => {
    const count = (of: (look: Look) => boolean) => String(looks.filter(of).length)
    const known = new Map(chromium.map(look => [look.page, look]))
    const lacks = (look: Look) => faultsOf({ ...look, wider: 0, faults: [] }, known.get(look.page)).length > 0
    const done = played.filter(({ fault }) => fault === undefined).length
    return row([
      engine,
      String(looks.length),
      count(({ wider }) => wider > 0),
      count(({ faults }) => faults.length > 0),
      count(lacks),
      `${done} of ${played.length}`,
      String(seconds),
    ])
  })
  return [row(heads), ...lines, ''].join('\n')
}
