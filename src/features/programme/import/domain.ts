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
