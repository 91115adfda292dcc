import { useMemo, useSyncExternalStore } from 'react'
import { isId } from '../../../../kernel/text/id-format.ts'

/** The sections of the tab, in their order, as their addresses name them. */
export const SECTION_NAMES = [
  'today',
  'workshops',
  'ballots',
  'ideas',
  'broadcasts',
  'people',
  'figures',
  'settings',
  'programme',
  'journal',
] as const
export type SectionName = (typeof SECTION_NAMES)[number]

/** Sections that « Réglages » leads to. */
const SET_APART: ReadonlySet<SectionName> = new Set(['programme', 'journal'])

/** The section whose place in the bar stands for `name`. */
export function barPlaceOf(name: SectionName): SectionName {
  return SET_APART.has(name) ? 'settings' : name
}

/** `path`: what follows the section's name; `query`: filters, as after a `?`. */
type OrganiserAddress = {
  readonly name?: SectionName
  readonly path: readonly string[]
  readonly query: string
}

const START = '#/'

function isSection(name: string | undefined): name is SectionName {
  return (SECTION_NAMES as readonly string[]).includes(name ?? '')
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

/** The place that `hash` names; without a section where it names none. */
export function addressIn(hash: string): OrganiserAddress {
  const [page = '', query = ''] = (hash.startsWith(START) ? hash.slice(START.length) : '').split('?')
  const [name, ...path] = page.split('/').filter(Boolean).map(decoded)
  // From when channels were one of the first steps alone.
  if (name === 'today' && path[0] === 'channels') return { name: 'settings', path, query }
  if (isSection(name)) return { name, path, query }
  // An address from when the tab held the workshops alone.
  if (name && isId(name) && path.length === 0) return { name: 'workshops', path: [name], query }
  return { path: [], query }
}

/** Address of a section, or of a page in it. */
export function sectionAddress(name: SectionName, ...rest: readonly string[]): string {
  if (name === 'today' && rest.length === 0) return START
  return START + [name, ...rest.map(encodeURIComponent)].join('/')
}

/** The address that a link into the tab asks for as `section:rest:rest`, as `remote:workshop`, or as the id of a workshop alone. */
export function addressWanted(wanted: string): string | undefined {
  const [name, ...rest] = wanted.split(':')
  if (name === 'remote' && isId(rest.join())) return sectionAddress('workshops', ...rest, name)
  if (isSection(name)) return sectionAddress(name, ...rest.filter(Boolean))
  return isId(wanted) ? sectionAddress('workshops', wanted) : undefined
}

const listeners = new Set<() => void>()
/** How many places of this visit lie behind the one shown. */
let depth = 0
let shown = ''
/** Whether the heading of a new page is still to be focused after navigation. */
let awaited = false
let moved = false

const pageOf = (hash: string) => hash.split('?')[0] ?? ''

function tell(): void {
  if (pageOf(location.hash) !== shown) [shown, awaited, moved] = [pageOf(location.hash), true, true]
  for (const listener of listeners) listener()
}

function arrive(): void {
  const known: unknown = history.state?.depth
  if (typeof known === 'number') depth = known
  else history.replaceState({ depth: ++depth }, '')
  tell()
}

/** Replaces the current history entry. */
export function replaceAddress(hash: string): void {
  history.replaceState({ depth }, '', hash)
  tell()
}

/** Begins where a link into the tab asked for, unless the address says where already. */
export function beginAt(wanted: string): void {
  const asked = addressWanted(wanted)
  const hash = asked && !addressIn(location.hash).name ? asked : location.hash || START
  history.replaceState({ depth }, '', hash)
  shown = pageOf(hash)
  window.addEventListener('hashchange', arrive)
}

/** What lies above the first page of a section: « Réglages », or the tab's first page. */
const above = (name: SectionName) => (SET_APART.has(name) ? sectionAddress('settings') : START)

/** Goes back; from the target of a deep link, up to its section, then to what lies above it; false on the first page. */
export function goBack(): boolean {
  if (depth > 0) {
    history.back()
    return true
  }
  const { name, path } = addressIn(location.hash)
  if (!name || (name === 'today' && path.length === 0)) return false
  replaceAddress(path.length > 0 ? sectionAddress(name) : above(name))
  return true
}

/** Whether the focus is due to the heading that asks, because the person has come from elsewhere; said once. */
export function takeArrival(): boolean {
  const lost = moved && (document.activeElement?.matches('body, main') ?? true)
  const due = awaited || lost
  awaited = false
  return due
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The current address, kept up to date through « Back » of Teams and of the browser. */
export function useAddress(): OrganiserAddress {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  return useMemo(() => addressIn(hash), [hash])
}

/** Filters in the address, with a setter, '' for none. The page stays the same. */
export function useFilters(): readonly [URLSearchParams, (name: string, value: string) => void] {
  const { query } = useAddress()
  const filters = useMemo(() => new URLSearchParams(query), [query])
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(addressIn(location.hash).query)
    if (value) next.set(name, value)
    else next.delete(name)
    replaceAddress(pageOf(location.hash) + (next.size > 0 ? `?${next}` : ''))
  }
  return [filters, set]
}
