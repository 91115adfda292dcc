/** Memoises `work` by key, for what is the same for all pilots of one run. Failures are not cached. */
export function oncePer<A, R>(keyOf: (asked: A) => string, work: (asked: A) => Promise<R>) {
  const known = new Map<string, R>()
  return async (asked: A): Promise<R> => {
    const key = keyOf(asked)
    const found = known.get(key) ?? (await work(asked))
    known.set(key, found)
    return found
  }
}
