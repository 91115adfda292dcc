import { fold } from '../kernel/text/text.ts'
import { beginningsOf } from './words.ts'

type Page<T> = { readonly items: readonly T[]; readonly next?: string }

/** What is looked for among the few things that stand at a time, so that no index of words is needed. */
type TextQuery = { readonly text: string; readonly skip: number; readonly limit: number }

/** Things looked at in one search, and at a time. */
const MOST = 300
const PAGE = 100

/** All of them, the short ones too: what is looked for may begin one. */
function wordsIn(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Whether each word looked for begins a word of `text`, whatever the case and accents. Nothing matches everything. */
export function matches(text: string, looked: string): boolean {
  const words = wordsIn(text)
  return beginningsOf(looked).every(beginning => words.some(word => word.startsWith(beginning)))
}

/** Those of a paged list whose text matches, in the list's order; of its first 300. */
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
