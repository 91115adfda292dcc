import { ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'

export const IMPORT_PERMISSIONS = {
  readWhole: { act: 'programme.read-whole', roles: ['organiser', 'observer'] },
  check: { act: 'programme.check', roles: ORGANISERS },
  import: { act: 'programme.import', roles: ORGANISERS },
  export: { act: 'programme.export', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

/** One thing that two method files say differently. */
export type MethodDifference = {
  /** For whoever writes the file: a whole sentence. */
  readonly sentence: string
  /** The axis or the Direction that it is about. */
  readonly about?: { readonly under: 'axis' | 'direction'; readonly id: string }
  readonly removed?: true
  /** The same in parts, for whoever says it in another language. */
  readonly said: DifferenceFields
}

/** `id`: of the entry of a list, or what a closure spans; `facet`: what of it changes, as `sentence` names it. */
export type DifferenceFields = {
  readonly of: 'programme' | 'calendar' | 'closure' | 'axis' | 'phase' | 'nudge' | 'direction' | 'text'
  readonly act: 'changed' | 'added' | 'removed' | 'moved'
  readonly id?: string
  readonly facet?: string
  readonly from?: string
  readonly to?: string
}
