import type { Shown } from '../../../kernel/personal-data/counts.ts'

/** Exact: they are about the installation, and for organisers only. The five states add up to `people`. */
export type ReachCountsView = {
  /** Known to the app, or named by the people file and not yet come. Not the programme's headcount. */
  readonly people: Shown
  /** `installed` and `conversation` together. */
  readonly reachable: Shown
  readonly installed: Shown
  /** They wrote in their chat with the bot; the install event itself was missed. */
  readonly conversation: Shown
  readonly blocked: Shown
  readonly notInstalled: Shown
  /** In the people file, and never came. */
  readonly noAccount: Shown
}

/** GET /reach, for organisers: as long as the programme's list of Directions, 200 at most. */
export type ReachView = {
  /** In the programme's order. */
  readonly directions: readonly (ReachCountsView & {
    readonly direction: { readonly id: string; readonly name: string; readonly headcount: number }
  })[]
  /** People whose Direction is not known, or is no longer in the programme. */
  readonly elsewhere: ReachCountsView
  readonly total: ReachCountsView
}
