import { fold } from '../kernel/text/text.ts'
import { type HeldWords, nearBeginnings } from './near.ts'
import { beginningsOf } from './words.ts'

type Page<T> = { readonly items: readonly T[]; readonly next?: string }

/** Search without an index, by scanning: for lists that are small by nature. */
type TextQuery = { readonly text: string; readonly skip: number; readonly limit: number }

/** Rows scanned in one search, and fetched at a time. */
const MOST = 300
const PAGE = 100

/** All words, short ones too, since a search term may begin one. */
function wordsIn(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

function begin(words: readonly string[], beginnings: readonly string[]): boolean {
  return beginnings.every(beginning => words.some(word => word.startsWith(beginning)))
}

/** Whether each search term begins a word of `text`, ignoring case and accents. An empty search matches everything. */
export function matches(text: string, looked: string): boolean {
  return begin(wordsIn(text), beginningsOf(looked))
}

/** Which beginnings the texts hold, and of how many different words: only as long as what is asked for. */
function heldIn(texts: readonly (readonly string[])[]): HeldWords {
  return async looked => {
    const asked = new Set(looked)
    const lengths = new Set(looked.map(({ length }) => length))
    const counts = new Map<string, number>()
    for (const word of new Set(texts.flat()))
      for (const length of lengths) {
        const beginning = word.slice(0, length)
        if (word.length >= length && asked.has(beginning))
          counts.set(beginning, (counts.get(beginning) ?? 0) + 1)
      }
    return counts
  }
}

/** What was found; `near`: nothing as it was typed, and these are a slip away. */
export type Matched<T> = { readonly items: readonly T[]; readonly near: boolean }

/** The matching items of a paged list, forgiving a slip, in its order; of its first 300. */
export async function matching<T>(
  pageFrom: (limit: number, after?: string) => Promise<Page<T>>,
  textOf: (item: T) => string,
  { text, skip, limit }: TextQuery,
): Promise<Matched<T>> {
  const beginnings = beginningsOf(text)
  const [found, others]: [T[], { readonly item: T; readonly words: readonly string[] }[]] = [[], []]
  let after: string | undefined
  for (let looked = 0; looked < MOST && found.length < skip + limit; looked += PAGE) {
    const { items, next } = await pageFrom(PAGE, after)
    for (const item of items) {
      const words = wordsIn(textOf(item))
      if (begin(words, beginnings)) found.push(item)
      else others.push({ item, words })
    }
    if (next === undefined) break
    after = next
  }
  if (found.length > 0) return { items: found.slice(skip, skip + limit), near: false }
  const near = await nearBeginnings(beginnings, heldIn(others.map(({ words }) => words)))
  if (!near) return { items: [], near: false }
  const close = others.filter(({ words }) => begin(words, near)).map(({ item }) => item)
  return { items: close.slice(skip, skip + limit), near: true }
}
