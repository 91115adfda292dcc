import type { RegisterListName } from '../../../contract/ideas/register.ts'
import { sectionAddress, useFilters } from '../parts/address.ts'

export const PARTS = ['waiting', 'reported', 'studied', 'decided', 'hidden', 'all'] as const
/** Those that an observer reads. */
export const OPEN_PARTS: readonly RegisterListName[] = ['waiting', 'studied', 'decided', 'all']

const NARROWING = ['q', 'axis', 'direction', 'workshop', 'box'] as const
export type Narrowing = (typeof NARROWING)[number]

/** Filters of the list; '' for none. */
export type RegisterQuery = { readonly part: RegisterListName } & Readonly<Record<Narrowing, string>>

function partIn(named: string | null): RegisterListName {
  return PARTS.find(part => part === named) ?? 'waiting'
}

export function queryIn(filters: URLSearchParams): RegisterQuery {
  const [q = '', axis = '', direction = '', workshop = '', box = ''] = NARROWING.map(
    name => filters.get(name) ?? '',
  )
  return { part: partIn(filters.get('part')), q, axis, direction, workshop, box }
}

function searchOf({ part, ...narrowing }: RegisterQuery): URLSearchParams {
  const search = new URLSearchParams(part === 'waiting' ? {} : { part })
  for (const name of NARROWING) if (narrowing[name]) search.set(name, narrowing[name])
  return search
}

export function isNarrowed(query: RegisterQuery): boolean {
  return NARROWING.some(name => query[name] !== '')
}

/** Where the list is read. */
export function pathOf(query: RegisterQuery): string {
  const search = searchOf(query)
  search.set('part', query.part)
  return `/ideas/register?${search}`
}

/** The address of the list, or of an idea beside it. */
export function addressOf(query: RegisterQuery, idea?: string): string {
  const search = searchOf(query)
  const page = idea === undefined ? sectionAddress('ideas') : sectionAddress('ideas', idea)
  return search.size > 0 ? `${page}?${search}` : page
}

/** A list that nothing narrows. */
export const WHOLE = { q: '', axis: '', direction: '', workshop: '', box: '' } as const

/** The query in the address, with a setter that keeps the open idea. */
export function useQuery() {
  const [filters, set] = useFilters()
  return { query: queryIn(filters), narrow: (name: Narrowing, value: string) => set(name, value) }
}
