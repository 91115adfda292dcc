import { fold } from '../kernel/text/text.ts'
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

/** Whether each search term begins a word of `text`, ignoring case and accents. An empty search matches everything. */
export function matches(text: string, looked: string): boolean {
  const words = wordsIn(text)
  return beginningsOf(looked).every(beginning => words.some(word => word.startsWith(beginning)))
}

/** The matching items of a paged list, in its order; of its first 300. */
export async function matching<T>(
  pageFrom: (limit: number, after?: string) => Promise<Page<T>>,
  textOf: (item: T) => string,
  { text, skip, limit }: TextQuery,
): Promise<readonly T[]> {
  const found: T[] = []
  let after: string | undefined
  for (let looked = 0; looked < MOST && found.length < skip + limit; looked += PAGE) {
    const { items, next } = await pageFrom(PAGE, after)
    found.push(...items.filter(item => matches(textOf(item), text)))
    if (next === undefined) break
    after = next
  }
  return found.slice(skip, skip + limit)
}
