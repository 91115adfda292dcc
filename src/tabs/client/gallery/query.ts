/** What of the gallery is shown, and in which order. */
export type Query = {
  readonly q: string
  readonly axis: string
  readonly direction: string
  readonly sort: 'new' | 'supported'
  readonly mine: boolean
}

export const EVERYTHING: Query = { q: '', axis: '', direction: '', sort: 'new', mine: false }

/** Whether it leaves any initiative out. */
export function isNarrowed({ q, axis, direction, mine }: Query): boolean {
  return q !== '' || axis !== '' || direction !== '' || mine
}

/** Where the list is read. */
export function pathOf({ q, axis, direction, sort, mine }: Query): string {
  const asked = new URLSearchParams({ sort })
  for (const [name, value] of Object.entries({ q, axis, direction })) if (value) asked.set(name, value)
  if (mine) asked.set('mine', '1')
  return `/initiatives?${asked}`
}
