import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Key } from '../../../../i18n/words.ts'
import type { Role } from '../../../../kernel/access/role.ts'
import type { Call } from '../../data/api/call.ts'
import { type Ahead, ahead } from '../../parts/page/ahead.tsx'
import type { SectionName } from '../parts/address.ts'

export type SectionProps = {
  readonly call: Call
  /** What follows the section's name in the address. */
  readonly path: readonly string[]
  /** Whether it is an observer who looks: shown without names and acts. */
  readonly reading: boolean
}

/** What a section's code may offer besides: reads what it begins with, for the organiser who will see it. */
type Reading = { readonly beginReading?: (call: Call) => Promise<void> }

/** One section of the organiser's page: six and the review in its bar, the others under « Réglages ». Its code and texts are loaded on demand. */
export type Section = {
  readonly name: SectionName
  readonly label: Extract<Key, `section.${string}`>
  readonly roles: readonly Role[]
  readonly page: Ahead<SectionProps, Reading>
  /** How many things wait there, beside its name. */
  readonly Count?: LazyExoticComponent<ComponentType>
}
/** In the order of the bar. */
export const SECTIONS: readonly Section[] = [
  {
    name: 'today',
    label: 'section.today',
    roles: ['organiser'],
    page: ahead<SectionProps, Reading>(() => import('../today/today-page.tsx')),
  },
  {
    name: 'workshops',
    label: 'section.workshops',
    roles: ['organiser', 'observer'],
    page: ahead<SectionProps, Reading>(() => import('../workshops/list/workshops-page.tsx')),
  },
  {
    name: 'ballots',
    label: 'section.ballots',
    roles: ['organiser', 'observer'],
    page: ahead<SectionProps, Reading>(() => import('../ballots/ballots-page.tsx')),
  },
  {
    name: 'ideas',
    label: 'section.ideas',
    roles: ['organiser', 'observer'],
    page: ahead<SectionProps, Reading>(() => import('../ideas/ideas-page.tsx')),
    Count: lazy(() => import('../ideas/ideas-count.tsx')),
  },
  {
    name: 'broadcasts',
    label: 'section.broadcasts',
    roles: ['organiser', 'observer'],
    page: ahead<SectionProps, Reading>(() => import('../broadcasts/list/broadcasts-page.tsx')),
  },
  {
    name: 'people',
    label: 'section.people',
    roles: ['organiser', 'observer'],
    page: ahead<SectionProps, Reading>(() => import('../people/people-page.tsx')),
  },
  {
    name: 'figures',
    label: 'section.figures',
    roles: ['organiser', 'observer'],
    page: ahead<SectionProps, Reading>(() => import('../figures/figures-page.tsx')),
  },
  {
    name: 'settings',
    label: 'section.settings',
    roles: ['organiser', 'observer'],
    page: ahead<SectionProps, Reading>(() => import('../settings/settings-page.tsx')),
  },
  {
    name: 'programme',
    label: 'section.programme',
    roles: ['organiser', 'observer'],
    page: ahead<SectionProps, Reading>(() => import('../programme/programme-page.tsx')),
  },
  {
    name: 'journal',
    label: 'section.journal',
    roles: ['organiser', 'observer'],
    page: ahead<SectionProps, Reading>(() => import('../journal/journal-page.tsx')),
  },
]

/** Asks for the code of the section called `name`, and once `role` is known to be offered it, for what it begins with. */
export async function beginSection(
  name: SectionName,
  call: Call,
  role: Promise<Role | undefined>,
): Promise<void> {
  const section = SECTIONS.find(each => each.name === name)
  const [loaded, known] = await Promise.all([section?.page.begin(), role])
  if (known && section?.roles.includes(known)) await loaded?.beginReading?.(call)
}
