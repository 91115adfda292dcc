/** In which order it can be read, the usual one first. */
export const ORDERS = ['new', 'supported', 'across'] as const
export type GalleryOrder = (typeof ORDERS)[number]

/** The order that goes by this name; the usual one when there is none. */
export function orderOf(name: string | null): GalleryOrder {
  return ORDERS.find(order => order === name) ?? 'new'
}

/** What became of a trial, as one looks for it. */
export const TRIED = ['running', 'generalised', 'stopped'] as const
export type TriedFilter = (typeof TRIED)[number]

function triedOf(name: string | null): TriedFilter | '' {
  return TRIED.find(stage => stage === name) ?? ''
}

/** What of the gallery is shown, and in which order. */
export type GalleryFilters = {
  readonly q: string
  readonly axis: string
  readonly direction: string
  readonly sort: GalleryOrder
  readonly mine: boolean
  readonly trial: TriedFilter | ''
}

export const EVERYTHING: GalleryFilters = {
  q: '',
  axis: '',
  direction: '',
  sort: 'new',
  mine: false,
  trial: '',
}

/** Whether it leaves any initiative out. */
export function isNarrowed({ q, axis, direction, mine, trial }: GalleryFilters): boolean {
  return q !== '' || axis !== '' || direction !== '' || mine || trial !== ''
}

/** What is asked for, as a part of an address; '' for everything in its usual order. */
export function searchOf({ q, axis, direction, sort, mine, trial }: GalleryFilters): string {
  const kept = new URLSearchParams()
  for (const [name, value] of Object.entries({ q, axis, direction, trial })) if (value) kept.set(name, value)
  if (sort !== EVERYTHING.sort) kept.set('sort', sort)
  if (mine) kept.set('mine', '1')
  return kept.toString()
}

/** What such a part of an address asks for; what it does not know says nothing. */
function queryFrom(search: string): GalleryFilters {
  const kept = new URLSearchParams(search)
  const text = (name: string, most: number) => (kept.get(name) ?? '').slice(0, most)
  return {
    q: text('q', 200),
    axis: text('axis', 80),
    direction: text('direction', 80),
    sort: orderOf(kept.get('sort')),
    mine: kept.get('mine') === '1',
    trial: triedOf(kept.get('trial')),
  }
}

/** Where the list is read. */
export function pathOf({ q, axis, direction, sort, mine, trial }: GalleryFilters): string {
  const asked = new URLSearchParams({ sort })
  for (const [name, value] of Object.entries({ q, axis, direction, trial })) if (value) asked.set(name, value)
  if (mine) asked.set('mine', '1')
  return `/initiatives?${asked}`
}

/** What `hash` asks the gallery for. */
export function queryIn(hash: string): GalleryFilters {
  return queryFrom(hash.split('?')[1] ?? '')
}
