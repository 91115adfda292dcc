/** Letters of every kind that an expression of ours tells apart. */
const LETTERS = [
  ...Array.from({ length: 95 }, (_, n) => String.fromCharCode(32 + n)),
  ...'\t\n\r\v\u0000\u007F\u00A0\u0301\u200D\u200F\u2028\u202E\u2066\uFEFF\u3000',
  ...'àéÉßœΩд你あ«»“”‘’ʼ´…–—·•°€×＝＋－＠１½²Ⅷ',
  '\uFFFF',
  '👩',
  '🏽',
]

/** Parts of the pattern that match one letter each, in their order: classes, escapes, letters, the dot. */
export function atomsOf({ source }: RegExp): readonly string[] {
  const token =
    /\\(?:[pP]\{[^}]*\}|u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|k<\w+>|[\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]|\(\?(?:<\w+>|<?[=!]|:)|\{\d+(?:,\d*)?\}|[\s\S]/gu
  const all = source.match(token) ?? []
  return all.filter(part => !/^(?:[()|^$*+?]|\(\?.*|\{\d.*|\\[bBk1-9].*)$/su.test(part))
}

function matcher(atom: string, { flags }: RegExp): RegExp {
  const kept = [...flags].filter(flag => 'iuvs'.includes(flag)).join('')
  return new RegExp(`^(?:${atom})$`, kept)
}

/** A letter for each kind of them that the expression's parts tell apart; one of them mostly fits none. */
export function kindsOf(regexp: RegExp): readonly string[] {
  // Word and space besides: `\b` and `$` look at those.
  const tests = [...new Set([...atomsOf(regexp), '\\w', '\\s', '\\n'])].map(atom => matcher(atom, regexp))
  const kinds = new Map<string, string>()
  for (const letter of [...'a 1.-\n', ...LETTERS, ...new Set(regexp.source)]) {
    const kind = tests.map(test => Number(test.test(letter))).join('')
    if (!kinds.has(kind)) kinds.set(kind, letter)
  }
  return [...kinds.values()]
}

/** Parts of the longest passage. */
const LONGEST = 40
const WITHIN = 7

/** What the expression looks for, a letter for each of its parts. `leads`: from the first; `passages`: from any part to the next few. */
export function lookedForBy(regexp: RegExp): Readonly<Record<'leads' | 'passages', readonly string[]>> {
  const letters = atomsOf(regexp).map(
    atom => LETTERS.find(letter => matcher(atom, regexp).test(letter)) ?? '',
  )
  const from = (at: number, most: number) =>
    letters.slice(at, at + most).map((_, n) => letters.slice(at, at + n + 1).join(''))
  const leads = new Set(from(0, LONGEST))
  const passages = new Set(letters.flatMap((_, at) => from(at, WITHIN)))
  return { leads: [...leads].filter(Boolean), passages: [...passages].filter(Boolean) }
}
