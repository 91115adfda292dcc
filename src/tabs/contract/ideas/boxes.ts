import { z } from 'zod'
import type { Shown } from '../../../kernel/personal-data/counts.ts'
import type { BallotChannelView } from '../ballots/sheets.ts'
import { nonce } from '../primitives.ts'

/** GET /idea-boxes/choices: where a box may appear. For organisers. */
export type BoxChoices = {
  readonly channels: readonly BallotChannelView[]
  /** Whether a box may be of questions to the management: where the method file has a threshold. */
  readonly takesQuestions: boolean
}

/** What is sent through a box: micro-ideas, or questions to the management, which show no name. */
const BOX_KINDS = ['ideas', 'question'] as const
export type BoxKindName = (typeof BOX_KINDS)[number]

/** POST /idea-boxes → BoxView. In channels, and in those of Directions: ids, with commas between them. */
export const boxInput = z.object({
  nonce,
  question: z.string().max(4_000),
  kind: z.enum(BOX_KINDS).default('ideas'),
  channel: z.string().max(400).default(''),
  channels: z.string().max(40_000).default(''),
  directions: z.string().max(40_000).default(''),
})
/** POST /idea-boxes/preview → CardPreview: its card, whatever is typed of the question yet. */
export const boxQuestionInput = boxInput.pick({ question: true, kind: true })
export type BoxInput = z.input<typeof boxInput>

/** `shut`: channels where it cannot appear now; `unbound`: Directions without one. */
export type BoxView = {
  readonly id: string
  readonly question: string
  readonly places: readonly BallotChannelView[]
  readonly unbound: readonly string[]
  readonly shut: readonly BallotChannelView[]
}

/** GET /idea-boxes → Page<BoxRowView>: those that were opened, the newest first; 20 a page. For organisers and observers. */
export type BoxRowView = {
  readonly id: string
  readonly question: string
  readonly kind: BoxKindName
  /** Milliseconds: when it was opened, and closed. */
  readonly at: number
  readonly closedAt?: number
  /** What came through it, and how many of that have an answer or a decision. */
  readonly ideas: Shown
  readonly answered: Shown
}

/** PUT /idea-boxes/:id/closed → BoxRowView: closes a box, or opens it again. */
export const boxClosingInput = z.object({ closed: z.boolean() })
