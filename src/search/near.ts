/** Letters from which a word may hold a slip: of a shorter one, half the language is one letter away. */
const SHORTEST = 5
/** And up to which it is looked at: each letter is some fifty words to look up. */
const LONGEST = 24
/** Words of one search that may hold a slip. */
const MOST = 2
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

/** How many texts hold a word that begins with each of `beginnings`, up to some number; those of none are absent. */
export type HeldWords = (beginnings: readonly string[]) => Promise<ReadonlyMap<string, number>>

/** All words that are one slip away from a folded `word`: a letter left out, put in, changed or exchanged with the next. */
export function slipsOf(word: string): readonly string[] {
  const letters = [...word]
  const slips = new Set<string>()
  for (let at = 0; at <= letters.length; at++) {
    const [before, after] = [letters.slice(0, at).join(''), letters.slice(at)]
    const [one = '', two, ...rest] = after
    const tail = after.slice(1).join('')
    slips.add(before + tail)
    if (two !== undefined) slips.add(before + two + one + rest.join(''))
    for (const letter of LETTERS) slips.add(before + letter + tail).add(before + letter + one + tail)
  }
  slips.delete(word)
  return [...slips]
}

/** Letters that both begin with: whoever slips knows how the word begins. */
function shared(one: string, other: string): number {
  const length = Math.min(one.length, other.length)
  for (let at = 0; at < length; at++) if (one[at] !== other[at]) return at
  return length
}

function mayHoldSlip(word: string): boolean {
  return word.length >= SHORTEST && word.length <= LONGEST
}

/** Of the words one slip away, the one that goes on like `word` for longest; of two such, the one that more texts hold. */
async function nearest(word: string, held: HeldWords): Promise<string | undefined> {
  const found = [...(await held(slipsOf(word)))]
  const sorted = found.toSorted(
    ([one, count], [other, more]) =>
      shared(word, other) - shared(word, one) || more - count || (one < other ? -1 : 1),
  )
  return sorted[0]?.[0]
}

/**
 * What to search for instead, where nothing was found because no text has one or two of the words: each replaced by one that
 * is a slip away. Undefined where nothing is near enough, or where the words were merely never found together.
 */
export async function nearBeginnings(
  beginnings: readonly string[],
  held: HeldWords,
): Promise<readonly string[] | undefined> {
  if (!beginnings.some(mayHoldSlip)) return undefined
  const known = await held(beginnings)
  const missing = beginnings.filter(word => !known.has(word))
  if (missing.length === 0 || missing.length > MOST || !missing.every(mayHoldSlip)) return undefined
  const instead = new Map<string, string>()
  for (const word of missing) {
    const near = await nearest(word, held)
    if (near === undefined) return undefined
    instead.set(word, near)
  }
  return [...new Set(beginnings.map(word => instead.get(word) ?? word))]
}
