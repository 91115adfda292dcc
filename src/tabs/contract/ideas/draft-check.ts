import { z } from 'zod'

const KINDS = ['idea', 'box', 'ballot'] as const
export type DraftKindName = (typeof KINDS)[number]

/** POST /drafts/check → DraftCheckView, and POST /drafts/rewording → RewordingView. Neither keeps anything. */
export const draftInput = z.strictObject({ kind: z.enum(KINDS), text: z.string().max(20_000) })

export type AdviceName =
  | 'long'
  | 'two-ideas'
  | 'acronyms'
  | 'no-question'
  | 'several-questions'
  | 'and'
  | 'closed'
  | 'wide'
  | 'aimed'
  | 'elsewhere'
/** `words`: of my text, that it is about. */
export type AdviceView = { readonly code: AdviceName; readonly words: readonly string[] }
/** `model`: the language model that may propose another wording; absent where none is set up, or I keep my texts from it. */
export type DraftCheckView = { readonly advice: readonly AdviceView[]; readonly model?: string }
/** `text`: another wording; absent where the model has none that adds nothing. */
export type RewordingView = { readonly text?: string }
