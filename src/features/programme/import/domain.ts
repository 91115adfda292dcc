import { ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'

export const IMPORT_PERMISSIONS = {
  readWhole: { act: 'programme.read-whole', roles: ['organiser', 'observer'] },
  check: { act: 'programme.check', roles: ORGANISERS },
  import: { act: 'programme.import', roles: ORGANISERS },
  export: { act: 'programme.export', roles: ORGANISERS },
  /** Writing down what was learnt. */
  learn: { act: 'programme.learn', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

/** A difference of two method files. */
export type MethodDifference = {
  /** A whole sentence for authors of the file. */
  readonly sentence: string
  /** The axis or Direction concerned. */
  readonly about?: { readonly under: 'axis' | 'direction'; readonly id: string }
  readonly removed?: true
  /** The same as fields, to be worded in another language. */
  readonly said: DifferenceFields
}

/** `id`: of the list entry, or the span of a closure; `facet`: the changed property. */
export type DifferenceFields = {
  readonly of:
    | 'programme'
    | 'calendar'
    | 'closure'
    | 'axis'
    | 'phase'
    | 'nudge'
    | 'threshold'
    | 'direction'
    | 'lesson'
    | 'theme'
    | 'text'
  readonly act: 'changed' | 'added' | 'removed' | 'moved'
  readonly id?: string
  readonly facet?: string
  readonly from?: string
  readonly to?: string
}
