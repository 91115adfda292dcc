import { stemsOf } from '../../search/stemming.ts'

/** A theme as ideas are held against it. */
type WordsOf = { readonly id: string; readonly words: readonly string[] }
type SoughtWord = { readonly word: string; readonly stems: readonly string[] }
/** What a theme looks for: each of its words with its stems, all of which an idea must have. */
export type SoughtTheme = { readonly id: string; readonly words: readonly SoughtWord[] }

export function soughtOf({ id, words }: WordsOf): SoughtTheme {
  const sought = words.map(word => ({ word, stems: stemsOf(word) })).filter(({ stems }) => stems.length > 0)
  // Two forms of one word count once.
  const first = new Map(sought.toReversed().map(each => [each.stems.toSorted().join(' '), each]))
  return { id, words: sought.filter(each => first.get(each.stems.toSorted().join(' ')) === each) }
}

/** The words of a theme that a text holds, in the theme's order. */
export function wordsFound({ words }: SoughtTheme, stems: ReadonlySet<string>): readonly string[] {
  return words.filter(each => each.stems.every(stem => stems.has(stem))).map(({ word }) => word)
}

/**
 * The theme whose words a text holds most; undefined where it holds none, or as many of two. Depends on the text and the
 * themes alone: neither on their order nor on what was put elsewhere.
 */
export function placeOf(themes: readonly SoughtTheme[], text: string): string | undefined {
  const stems = new Set(stemsOf(text))
  const counts = themes.map(theme => ({ id: theme.id, count: wordsFound(theme, stems).length }))
  const most = Math.max(0, ...counts.map(({ count }) => count))
  const [best, other] = counts.filter(({ count }) => count === most)
  return most === 0 || other ? undefined : best?.id
}

/** Why a text stands under a theme: the words found; none where a hand put it there for another reason. */
export function reasonFor(theme: SoughtTheme, text: string): readonly string[] {
  return wordsFound(theme, new Set(stemsOf(text)))
}
