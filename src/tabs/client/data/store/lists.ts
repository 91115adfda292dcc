type Named = { readonly id: string }

/** Replaces the item with the same id, or prepends a new one. */
export function placed<T extends Named>(list: readonly T[], item: T): readonly T[] {
  if (!list.some(({ id }) => id === item.id)) return [item, ...list]
  return list.map(one => (one.id === item.id ? item : one))
}

export function without<T extends Named>(list: readonly T[], gone: Named): readonly T[] {
  return list.filter(({ id }) => id !== gone.id)
}

/** The path of an act on one thing. */
export const pathTo = (things: string, id: string, act: string) =>
  `${things}/${encodeURIComponent(id)}/${act}`

/** `list` with `change` laid over the one of that id; a list that lacks it stays as it is. */
export function changed<T extends Named>(list: readonly T[], id: string, change: Partial<T>): readonly T[] {
  return list.map(one => (one.id === id ? { ...one, ...change } : one))
}
