import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Key } from '../../../../i18n/words.ts'
import type { Role } from '../../../../kernel/access/role.ts'
import type { Call } from '../../data/api/call.ts'
import type { SectionName } from '../parts/address.ts'

export type SectionProps = {
  readonly call: Call
  /** What follows the section's name in the address. */
  readonly path: readonly string[]
  /** Whether it is an observer who looks: shown without names and acts. */
  readonly reading: boolean
}

/** One section of the organiser's page: six and the review in its bar, the others under « Réglages ». Its code and texts are loaded on demand. */
export type Section = {
  readonly name: SectionName
  readonly label: Extract<Key, `section.${string}`>
  readonly roles: readonly Role[]
  readonly Page: LazyExoticComponent<ComponentType<SectionProps>>
  /** How many things wait there, beside its name. */
  readonly Count?: LazyExoticComponent<ComponentType>
}
/** In the order of the bar. */
export const SECTIONS: readonly Section[] = [
  {
    name: 'today',
    label: 'section.today',
    roles: ['organiser'],
    Page: lazy(() => import('../today/today-page.tsx')),
  },
  {
    name: 'workshops',
    label: 'section.workshops',
    roles: ['organiser', 'observer'],
    Page: lazy(() => import('../workshops/list/workshops-page.tsx')),
  },
  {
    name: 'ballots',
    label: 'section.ballots',
    roles: ['organiser', 'observer'],
    Page: lazy(() => import('../ballots/ballots-page.tsx')),
  },
  {
    name: 'ideas',
    label: 'section.ideas',
    roles: ['organiser', 'observer'],
    Page: lazy(() => import('../ideas/ideas-page.tsx')),
    Count: lazy(() => import('../ideas/ideas-count.tsx')),
  },
  {
    name: 'broadcasts',
    label: 'section.broadcasts',
    roles: ['organiser', 'observer'],
    Page: lazy(() => import('../broadcasts/list/broadcasts-page.tsx')),
  },
  {
    name: 'people',
    label: 'section.people',
    roles: ['organiser', 'observer'],
    Page: lazy(() => import('../people/people-page.tsx')),
  },
  {
    name: 'figures',
    label: 'section.figures',
    roles: ['organiser', 'observer'],
    Page: lazy(() => import('../figures/figures-page.tsx')),
  },
  {
    name: 'settings',
    label: 'section.settings',
    roles: ['organiser', 'observer'],
    Page: lazy(() => import('../settings/settings-page.tsx')),
  },
  {
    name: 'programme',
    label: 'section.programme',
    roles: ['organiser', 'observer'],
    Page: lazy(() => import('../programme/programme-page.tsx')),
  },
  {
    name: 'journal',
    label: 'section.journal',
    roles: ['organiser', 'observer'],
    Page: lazy(() => import('../journal/journal-page.tsx')),
  },
]
