/** The workshop where an idea was first said. `title`: the workshop's at that time. */
export type Origin = { readonly workshop: string; readonly title: string; readonly table?: string }

/** Detail of the thread's event: the workshop's name, and the table's. */
export function originText({ title, table }: Origin): string {
  return table === undefined ? title : `${title} · ${table}`
}

/** Whom a harvested idea is credited to, by whoever typed it. `name`: '' unless it is a person's. */
export type Credit = { readonly by: 'nobody' | 'table' | 'person'; readonly name: string }
