import { cleanLine, fold } from '../../kernel/text/text.ts'

/** A word of a question, as typed and folded. */
export type Token = { readonly typed: string; readonly word: string }
/** Where something was read: so many tokens from `at`. */
export type Span = { readonly at: number; readonly length: number }
export type Read<T> = Span & { readonly value: T }

/** Tokens of a question that are read, and the longest phrase. */
const MOST = 80
const LONGEST = 5

/** Elisions apart, without signs. */
export function tokensOf(text: string): readonly Token[] {
  const words = cleanLine(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(0, MOST).map(typed => ({ typed, word: fold(typed) }))
}

/** Folded phrases by what they mean: a line for each meaning, phrases apart by commas. */
export function phrasesOf<T extends string>(lines: Readonly<Record<T, string>>): ReadonlyMap<string, T> {
  const all = Object.entries<string>(lines).flatMap(([value, line]) =>
    line
      .split(',')
      .map(phrase => phrase.trim().replace(/\s+/gu, ' '))
      .filter(phrase => phrase !== '')
      .map(phrase => [phrase, value as T] as const),
  )
  return new Map(all)
}

/** The first phrase that stands among the tokens, the longest of those that begin there. */
export function findPhrase<T>(
  phrases: ReadonlyMap<string, T>,
  tokens: readonly Token[],
): Read<T> | undefined {
  for (const at of tokens.keys())
    for (let length = LONGEST; length > 0; length--) {
      const said = tokens.slice(at, at + length).map(({ word }) => word)
      const value = said.length === length ? phrases.get(said.join(' ')) : undefined
      if (value !== undefined) return { value, at, length }
    }
  return undefined
}

export function withoutSpan(tokens: readonly Token[], { at, length }: Span): readonly Token[] {
  return [...tokens.slice(0, at), ...tokens.slice(at + length)]
}
