import { kindsOf, lookedForBy } from './atoms.ts'

/** A text of any length: a beginning, a run, something that may not belong to it. */
type Shape = { readonly begin: string; readonly run: string; readonly end: string }
export type Slow = { readonly shape: Shape; readonly ms: number; readonly ratio: number }

const textOf = ({ begin, run, end }: Shape, times: number) => begin + run.repeat(times) + end

function shapesOf(regexp: RegExp): readonly Shape[] {
  const kinds = kindsOf(regexp)
  const { leads, passages } = lookedForBy(regexp)
  const pairs = kinds.flatMap(one => kinds.filter(other => other !== one).map(other => one + other))
  const of = (begins: readonly string[], runs: readonly string[], ends: readonly string[]) =>
    begins.flatMap(begin => runs.flatMap(run => ends.map(end => ({ begin, run, end }))))
  return [
    ...of([''], kinds, ['', ...kinds, ...pairs]),
    ...of(leads, kinds, ['', ...kinds]),
    ...of([''], pairs, ['', ...kinds]),
    ...of([''], passages, ['', ...kinds]),
  ]
}

function once(regexp: RegExp, text: string): number {
  const start = performance.now()
  text.replace(regexp, '')
  return performance.now() - start
}

const bestOf = (tries: number, regexp: RegExp, text: string) =>
  Math.min(...Array.from({ length: tries }, () => once(regexp, text)))

/** What doubles with each letter, or costs the cube of them, would not come back from many: these are tried first. */
const FEWEST = 24
const FEW = 400
/** Milliseconds that neither of them takes. */
const HANGS = 1
const HANGS_LONG = 15
/** Milliseconds beyond which `FEW` letters are looked at again: a square of them costs a tenth of one and more. */
const SUSPECT = 0.04
const SHORT = 2_000
const LONG = 20_000
/** Milliseconds within which nobody waits, whatever the growth. */
const FREE = 3

/** What ten times the letters cost more than thirty times the time for; a line costs ten, a square a hundred. */
function grows(regexp: RegExp, shape: Shape, tries: number): Slow | undefined {
  const short = bestOf(tries, regexp, textOf(shape, SHORT))
  const ms = bestOf(tries, regexp, textOf(shape, LONG))
  const ratio = ms / Math.max(short, 0.01)
  return ms > FREE && ratio > 30 ? { shape, ms, ratio } : undefined
}

/** Milliseconds that what thousands of matches leave behind can cost when it is collected in the midst of each of three tries. */
const COLLECTED = 60

function slow(regexp: RegExp, shape: Shape): Slow | undefined {
  const found = grows(regexp, shape, 3)
  return found && found.ms < COLLECTED ? grows(regexp, shape, 12) : found
}

/** What takes that long for a few letters, tried often enough that no other process was the reason. */
function hangs(regexp: RegExp, shape: Shape): Slow | undefined {
  const least = bestOf(5, regexp, textOf(shape, FEWEST))
  const few = least > HANGS ? Number.POSITIVE_INFINITY : bestOf(3, regexp, textOf(shape, FEW))
  return few > HANGS_LONG ? { shape, ms: few, ratio: few / least } : undefined
}

/** The first text found on which the expression takes more than its share of time; undefined when it is linear. */
export function slowOn(regexp: RegExp): Slow | undefined {
  for (const shape of shapesOf(regexp)) {
    const least = bestOf(2, regexp, textOf(shape, FEWEST))
    const few = least > HANGS ? least : bestOf(2, regexp, textOf(shape, FEW))
    if (few < SUSPECT) continue
    const found = hangs(regexp, shape) ?? slow(regexp, shape)
    if (found) return found
  }
  return undefined
}
