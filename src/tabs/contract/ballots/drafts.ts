import { z } from 'zod'
import type { CardPreview } from '../bot-card.ts'
import { nonce } from '../primitives.ts'
import type { BallotChannelView, BallotRow } from './sheets.ts'

/** GET /ballots/choices: where it may appear, and workshops whose people it may ask. For organisers. */
export type BallotChoices = {
  readonly channels: readonly BallotChannelView[]
  readonly workshops: readonly {
    readonly id: string
    readonly title: string
    /** Milliseconds. */
    readonly startsAt: number
    readonly endsAt: number
    /** Id of the first channel in which it is announced, and of all. */
    readonly channel?: string
    readonly channels?: readonly string[]
  }[]
}

const short = z.string().max(40).default('')
/** Many ids, with commas between them. */
const ids = z.string().max(40_000).default('')

/** POST /ballots/preview → BallotCheck. What was typed, as the form of the chat has it. */
export const ballotForm = z.object({
  question: z.string().max(4_000).default(''),
  /** Ids, with commas between them; and other options, one a line. */
  ideas: z.string().max(10_000).default(''),
  options: z.string().max(20_000).default(''),
  date: short,
  time: short,
  /** Where it is announced: channels, and those of Directions; `channel`: one, instead of both. */
  channel: z.string().max(400).default(''),
  channels: ids,
  directions: ids,
  secret: z.enum(['on', 'off']).default('off'),
  kind: z.enum(['single', 'approval', 'dots']).default('single'),
  most: short,
  per: short,
  /** `everybody`, `directions` (those in `to`), `channels`, `workshop:ID`. */
  audience: z.string().max(120).default('everybody'),
  to: ids,
  opening: z.enum(['now', 'clock', 'hand']).default('now'),
  openDate: short,
  openTime: short,
  quorum: short,
  results: z.enum(['live', 'closing']).default('live'),
})
export type BallotForm = z.infer<typeof ballotForm>

/** POST /ballots → BallotSheet: it is open, or waits. */
export const ballotFormInput = ballotForm.extend({ nonce })

/** It as it would stand. `shut`: channels where it cannot appear now; `unbound`: Directions without one. */
export type BallotPreview = BallotRow & {
  /** Its card in the channels once it is open. */
  readonly card: CardPreview
  readonly places: readonly BallotChannelView[]
  readonly shut: readonly BallotChannelView[]
  readonly unbound: readonly string[]
}

/** Why it could not be opened; `title` is a sentence in the person's language. */
type BallotFault = { readonly code: string; readonly title: string }

/**
 * All that is wrong, in the order of the form; `preview` where nothing is, `card` where nothing but where it is announced
 * may be.
 */
export type BallotCheck = {
  readonly faults: readonly BallotFault[]
  readonly card?: CardPreview
  readonly preview?: BallotPreview
}
