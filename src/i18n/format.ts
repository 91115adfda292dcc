export type Params = Readonly<Record<string, string | number>>

const numbers = new Map<string, Intl.NumberFormat>()
const shares = new Map<string, Intl.NumberFormat>()
const plurals = new Map<string, Intl.PluralRules>()

function kept<T>(cache: Map<string, T>, language: string, make: () => T): T {
  const known = cache.get(language) ?? make()
  cache.set(language, known)
  return known
}

/** Index just after the brace that closes the one at `open`. */
export function closing(message: string, open: number): number {
  let depth = 0
  for (let at = open; at < message.length; at++) {
    if (message[at] === '{') depth++
    else if (message[at] === '}' && --depth === 0) return at + 1
  }
  throw new Error(`unbalanced braces in «${message}»`)
}

function choose(branches: string, value: number, language: string): string {
  const found = new Map<string, string>()
  for (let at = 0; at < branches.length; ) {
    const open = branches.indexOf('{', at)
    if (open < 0) break
    const end = closing(branches, open)
    found.set(branches.slice(at, open).trim(), branches.slice(open + 1, end - 1))
    at = end
  }
  const rule = kept(plurals, language, () => new Intl.PluralRules(language)).select(value)
  const branch = found.get(`=${value}`) ?? found.get(rule) ?? found.get('other') ?? ''
  return withCount(branch, number(value, language))
}

/** Replaces `#`; within a nested plural it stands for that plural's count. */
function withCount(branch: string, count: string): string {
  let out = ''
  for (let at = 0; at < branch.length; ) {
    const open = branch.indexOf('{', at)
    if (open < 0) return out + branch.slice(at).replaceAll('#', count)
    const end = closing(branch, open)
    out += branch.slice(at, open).replaceAll('#', count) + branch.slice(open, end)
    at = end
  }
  return out
}

/** A whole number as the language writes it: U+202F between French thousands, a comma between English ones. */
export function number(value: number, language: string): string {
  return kept(numbers, language, () => new Intl.NumberFormat(language)).format(value)
}

/** « 22 % »; `least` below one per cent, so that somebody never reads as nobody. Of nothing: « 0 % ». */
export function share(part: number, whole: number, language: string, least: string): string {
  if (0 < part && 100 * part < whole) return least
  const make = () => new Intl.NumberFormat(language, { style: 'percent' })
  const text = kept(shares, language, make).format(whole === 0 ? 0 : part / whole)
  // ICU puts U+00A0 before the French sign; U+202F is how everything else here is written.
  return text.replace('\u00A0', '\u202F')
}

/**
 * Fills an ICU message: `{name}` and `{n, plural, =0 {…} one {…} other {# …}}`, nested at will.
 * Messages are typed with ’, so ICU's quoting apostrophe never occurs. Pure; runs in Node and in the page.
 * @throws Error when a parameter is missing or braces do not balance: a fault of ours, found by tests.
 */
export function format(message: string, params: Params, language: string): string {
  let out = ''
  for (let at = 0; at < message.length; ) {
    const open = message.indexOf('{', at)
    if (open < 0) return out + message.slice(at)
    const end = closing(message, open)
    out += message.slice(at, open) + fill(message.slice(open + 1, end - 1), params, language)
    at = end
  }
  return out
}

function fill(inner: string, params: Params, language: string): string {
  const [name = '', kind] = inner.split(',', 2).map(part => part.trim())
  const value = params[name]
  if (value === undefined) throw new Error(`no value for {${name}}`)
  if (kind === 'plural') {
    const branches = inner.slice(inner.indexOf(',', inner.indexOf(',') + 1) + 1)
    return format(choose(branches, Number(value), language), params, language)
  }
  return typeof value === 'number' ? number(value, language) : value
}
