type Page<T> = { readonly items: readonly T[]; readonly next?: string }

/** Every page of a list, read to its end. */
export async function allOf<T>(page: (after?: string) => Promise<Page<T>>): Promise<readonly T[]> {
  const found: T[] = []
  for (let after: string | undefined, n = 0; n < 1000; n++) {
    const { items, next } = await page(after)
    found.push(...items)
    if (next === undefined) return found
    after = next
  }
  throw new Error('the pages never end')
}
