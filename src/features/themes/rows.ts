import type { Cursor } from '../../kernel/requests/cursor.ts'
import type { KeptTheme, Placement, PlacingRun, ThemeProposal, ThemeStance } from './domain.ts'

/** Themes made or changed on the board. */
export type ThemeStore = {
  /** Those of an axis, removed ones too, the oldest first. */
  readonly of: (axis: string) => Promise<readonly KeptTheme[]>
  /** Writes a theme in place of the one of its id. */
  readonly put: (theme: KeptTheme) => Promise<void>
}

/** Runs over the ideas of an axis: the latest of each. */
export type RunStore = {
  readonly find: (axis: string) => Promise<PlacingRun | undefined>
  /** The same, held until the transaction ends: one process goes on with it. */
  readonly lock: (axis: string) => Promise<PlacingRun | undefined>
  readonly put: (run: PlacingRun) => Promise<void>
}

/** An idea that everybody sees, as the board needs it. `at`: when it was sent (ms). */
export type BoardIdea = Cursor & { readonly text: string; readonly placement?: Placement }

/** How many ideas of an axis stand somewhere. */
export type PlacementCount = {
  readonly theme?: string
  readonly placed?: Placement['placed']
  readonly stance?: ThemeStance
  readonly count: number
}

/** Which of the ideas of an axis are read: under a theme, under none by a hand, or where none of `themes` has them. */
export type BoardPart =
  | { readonly theme: string; readonly stance?: ThemeStance }
  | 'alone'
  | { readonly outside: readonly string[] }

/** What a language model proposed of an axis: the latest of each. */
export type ProposalStore = {
  /** In the model's order, discarded ones too. */
  readonly of: (axis: string) => Promise<readonly ThemeProposal[]>
  /** Puts these in place of all that were proposed before. */
  readonly replace: (axis: string, proposals: readonly ThemeProposal[]) => Promise<void>
  /** `at`: since when (ms); undefined: no more. */
  readonly setDiscarded: (axis: string, id: string, at: number | undefined) => Promise<void>
  readonly remove: (axis: string, id: string) => Promise<void>
}

/** Where ideas stand. Ideas that were withdrawn, hidden or merged into another are left out by all but `find`. */
export type PlacementStore = {
  readonly counts: (axis: string) => Promise<readonly PlacementCount[]>
  /** How many ideas have no axis, and so are on no board. */
  readonly axisless: () => Promise<number>
  /** Newest first, from just after `after`. */
  readonly list: (
    axis: string,
    part: BoardPart,
    limit: number,
    after?: Cursor,
  ) => Promise<readonly BoardIdea[]>
  /** Oldest first, whatever put them where they are. */
  readonly batch: (axis: string, limit: number, after: Cursor) => Promise<readonly BoardIdea[]>
  /** Those of `ids` that are of the axis, in no order. */
  readonly some: (axis: string, ids: readonly string[]) => Promise<readonly BoardIdea[]>
  /** Under which theme each of `ideas` was put; those of none are left out. */
  readonly themesOf: (ideas: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** One idea of an axis. */
  readonly idea: (axis: string, id: string) => Promise<BoardIdea | undefined>
  readonly put: (idea: Cursor, placement: Placement) => Promise<void>
  /** Puts many at once, but for those that a hand has put meanwhile. */
  readonly putByWords: (ideas: readonly (Cursor & { readonly theme?: string | undefined })[]) => Promise<void>
  /** All of a theme under another, for or against no more: that was said of the first. */
  readonly moveAll: (from: string, to: string) => Promise<void>
}
