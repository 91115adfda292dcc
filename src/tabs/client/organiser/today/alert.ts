import type { SectionName } from '../parts/address.ts'
import type { TodaySources } from './sources.ts'

/** What is read of the programme, where it could be. */
export type Found = Partial<TodaySources>

export type HandKind =
  | 'workshop'
  | 'reported'
  | 'remarks'
  | 'idea'
  | 'ballot'
  | 'broadcast'
  | 'announced'
  | 'pilot'
  | 'reach'
  | 'waiting'

/** Something that needs a hand: what, what of it, and the one act that leads to its place. */
export type Hand = {
  readonly id: string
  readonly kind: HandKind
  readonly section: SectionName
  readonly href: string
  readonly title: string
  /** Facts, or a sentence. */
  readonly about: readonly string[]
  readonly act: string
}
