import type { TodaySources } from '../../data/sources/today.ts'
import type { SectionName } from '../parts/address.ts'

/** What is read of the programme, where it could be. */
export type ReadSources = Partial<TodaySources>

export type AlertKind =
  | 'workshop'
  | 'reported'
  | 'remarks'
  | 'idea'
  | 'step'
  | 'ballot'
  | 'broadcast'
  | 'announced'
  | 'pilot'
  | 'reach'
  | 'waiting'

/** Something that needs attention: its title, its object, and a link. */
export type Alert = {
  readonly id: string
  readonly kind: AlertKind
  readonly section: SectionName
  readonly href: string
  readonly title: string
  /** Facts, or a sentence. */
  readonly about: readonly string[]
  readonly act: string
}
