/** Where an idea was first said. `title`: the workshop's, as it was called then. */
export type Origin = { readonly workshop: string; readonly title: string; readonly table?: string }

/** What the thread says of it: the workshop's name, and the table's. */
export function originText({ title, table }: Origin): string {
  return table === undefined ? title : `${title} · ${table}`
}

/** Whom an idea of a harvest comes from, as who typed it said. `name`: '' unless it is a person's. */
export type Credit = { readonly by: 'nobody' | 'table' | 'person'; readonly name: string }
