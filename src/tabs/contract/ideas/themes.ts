import { z } from 'zod'
import type { Shown } from '../../../kernel/personal-data/counts.ts'
import { id, nonce, pageQuery } from '../primitives.ts'

const axis = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/)
/** Of the method file, or of a theme made on the board. */
const themeId = z.string().regex(/^[a-z0-9-]{2,40}$/)
const STANCES = ['for', 'against'] as const
export type StanceName = (typeof STANCES)[number]

/** GET /themes → ThemeBoardView: the board of an axis, or of the first. For organisers, and observers, who change nothing. */
export const boardQuery = z.object({ axis: axis.optional() })

/** An idea on the board: without its author. `reason`: the words of its theme that it holds. */
export type PlacedIdeaView = {
  readonly id: string
  readonly text: string
  readonly reason: readonly string[]
  /** Put where it is by a hand: no run moves it. */
  readonly byHand: boolean
  readonly stance?: StanceName
}

/** `pro`, `con`: how many were said to be for and against. `ideas`: the newest three. */
export type ThemeView = {
  readonly id: string
  readonly title: string
  readonly words: readonly string[]
  readonly count: Shown
  readonly pro: Shown
  readonly con: Shown
  readonly ideas: readonly PlacedIdeaView[]
}

/**
 * A theme that a language model has proposed: on the board once somebody signs it. `count`: ideas in which it was seen and
 * that hold one of its words; `ideas`: the first twenty of them.
 */
export type ThemeProposalView = Pick<ThemeView, 'id' | 'title' | 'words' | 'count'> & {
  readonly ideas: readonly Pick<PlacedIdeaView, 'id' | 'text' | 'reason'>[]
}

export type ThemeBoardView = {
  readonly axis: string
  readonly themes: readonly ThemeView[]
  readonly proposals: readonly ThemeProposalView[]
  /** What the language model is called; absent where none can propose themes. */
  readonly model?: string
  /** Every idea of the axis that everybody sees is in one of `placed`, `aside` and `alone`. `unread`: since the last run. */
  readonly coverage: {
    readonly ideas: Shown
    readonly placed: Shown
    readonly aside: Shown
    readonly alone: Shown
    readonly byHand: Shown
    readonly unread: Shown
  }
  /** Ideas without an axis: they are on no board. */
  readonly axisless: Shown
  /** The latest run. `at`: since when it is in that state (ms). */
  readonly run?: {
    readonly state: 'running' | 'stopped' | 'done'
    readonly ideas: Shown
    readonly at: number
  }
}

/** GET /themes/ideas → Page<PlacedIdeaView>: one list of a board, newest first; 20 a page. */
export const boardListQuery = pageQuery.extend({
  axis,
  part: z.enum(['theme', 'aside', 'alone']),
  theme: themeId.optional(),
  stance: z.enum(STANCES).optional(),
})

/** GET /themes/close → CloseIdeasView: those of twenty ideas, with commas between, that others of the board say nearly the same as. */
export const closeIdeasQuery = z.object({
  axis,
  ids: z
    .string()
    .max(1_000)
    .transform(text => text.split(','))
    .pipe(z.array(id).min(1).max(20)),
})
/** `ideas`: the others, the closest first, at most three. */
export type CloseIdeasView = {
  readonly items: readonly {
    readonly id: string
    readonly ideas: readonly Pick<PlacedIdeaView, 'id' | 'text'>[]
  }[]
}

/** `:id` of a theme. */
export const themeParams = z.object({ id: themeId })
/** `:id` of an idea. */
export const placedParams = z.object({ id })

const typed = z.object({
  axis,
  title: z.string().max(400),
  words: z.array(z.string().max(200)).max(100),
})
/** POST /themes → { id }. `proposal`: what it is made from, changed or not. */
export const themeInput = typed.extend({ nonce, proposal: id.optional() })
export type ThemeInput = z.input<typeof themeInput>
/** PUT /themes/:id/words → {}: another title, other words. */
export const themeChangeInput = typed
/** PUT /themes/:id/removed → ThemeRemovedView: off the board, or back on it. */
export const themeRemovalInput = z.object({ axis, removed: z.boolean() })
/** Ideas that stand under it, and are to be put elsewhere while it is off. */
export type ThemeRemovedView = { readonly left: Shown }
/** POST /themes/:id/join → {}: all of it under another. */
export const themeJoinInput = z.object({ axis, into: themeId })
/** PUT /ideas/:id/theme → {}: one idea, by hand; `words`: back to where its words put it. */
export const themeMoveInput = z.discriminatedUnion('to', [
  z.object({ to: z.literal('theme'), axis, theme: themeId, stance: z.enum(STANCES).optional() }),
  z.object({ to: z.literal('alone'), axis }),
  z.object({ to: z.literal('words'), axis }),
])
export type ThemeMoveInput = z.input<typeof themeMoveInput>
/** POST /themes/proposals → ThemesProposedView: a language model proposes themes in place of those it proposed before. */
export const themeProposeInput = z.object({ axis })
/** `proposed`: false where it is off, fails or says nothing that stands: then nothing has changed. */
export type ThemesProposedView = { readonly proposed: boolean }
/** `:id` of a proposal. */
export const themeProposalParams = z.object({ id })
/** PUT /themes/proposals/:id/discarded → {}: out of sight, or back. */
export const themeDiscardInput = z.object({ axis, discarded: z.boolean() })
/** POST /themes/run, POST /themes/stop → {}: all ideas of an axis, by words. */
export const themeRunInput = z.object({ axis })
