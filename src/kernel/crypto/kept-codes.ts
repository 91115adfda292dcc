/** Codes kept at most: those of the rooms of two days, with each turn that still counts. */
const MOST = 2_000

/**
 * `make` of a text, made once while it is kept. Each code of a room is compared with each address that anybody asks for, and
 * takes fifty times longer to make than to compare.
 */
export function keptCodes(make: (text: string) => string, most = MOST): (text: string) => string {
  const kept = new Map<string, string>()
  return text => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const code = make(text)
    // What is no longer asked for goes with the rest, which is made again.
    if (kept.size >= most) kept.clear()
    kept.set(text, code)
    return code
  }
}
