const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }
const EXECUTE = /\.execute(TakeFirst|TakeFirstOrThrow)?\s*\(/g

/** Where the bracket that closes at `end` opens. */
function openingOf(code: string, end: number): number {
  let depth = 0
  for (let at = end; at >= 0; at--) {
    const letter = code[at] ?? ''
    if (letter in PAIRS) depth += 1
    else if (Object.values(PAIRS).includes(letter)) depth -= 1
    if (depth === 0) return at
  }
  return 0
}

/** Where the expression begins whose last letter stands before `end`: names, calls, indexes, templates, dots. */
function startOf(code: string, end: number): number {
  let at = end
  for (;;) {
    const before = code.slice(0, at).trimEnd()
    const last = before.at(-1) ?? ''
    const joined = /^\s*[.?(<[`]/.test(code.slice(at)) || last === '.'
    if (last === ')' || last === ']') at = openingOf(code, before.length - 1)
    else if (last === '`') at = before.lastIndexOf('`', before.length - 2)
    else if (last === '.') at = before.replace(/\??\.$/, '').length
    else {
      const name = /[\w$!]+$/.exec(before)?.[0]
      if (!joined || !name || /^(await|return|void|yield|of|in)$/.test(name)) return at
      at = before.length - name.length
      if (!/[.]\s*$/.test(code.slice(0, at))) return at
    }
  }
}

/** Whether the value of the expression that begins at `start` is waited for or handed to the caller. */
function isHeld(code: string, start: number): boolean {
  const before = code.slice(0, start).trimEnd()
  if (/(\bawait|\breturn|=>)$/.test(before)) return true
  // A part of a larger expression, such as Promise.all([…]) or a choice: what holds that, holds this.
  if (/[([,?:]$|\?\?$|&&$|\|\|$/.test(before)) {
    const around = enclosing(code, start)
    if (around === undefined || code[around] === '{') return /(\breturn|=>|\bawait)[^;{}]*$/.test(before)
    return isHeld(code, startOf(code, around))
  }
  return false
}

/** The bracket that is open at `at`. */
function enclosing(code: string, at: number): number | undefined {
  for (let here = at - 1; here >= 0; here--) {
    const letter = code[here] ?? ''
    if (letter in PAIRS) here = openingOf(code, here)
    else if (Object.values(PAIRS).includes(letter)) return here
  }
  return undefined
}

/** Line numbers of calls of Kysely's `.execute…(` that are neither awaited nor returned. */
export function unawaitedIn(code: string): number[] {
  const calls = [...code.matchAll(EXECUTE)].filter(({ index }) => !isHeld(code, startOf(code, index)))
  return calls.map(({ index }) => code.slice(0, index).split('\n').length)
}
