import type { Language } from '../text/language.ts'
import type { AssistCaller, AssistTask } from './task.ts'
import type { Unsaid } from './unsaid.ts'

/**
 * One text that the model reads. `alias` stands for it, `i1`, `i2`…: never an id of ours. `text` is untrusted; e-mail
 * addresses, phone numbers and links in it are masked before it leaves.
 */
export type AssistItem = { readonly alias: string; readonly text: string }

/**
 * What the answer must be. `json` is sent with the request, as `z.toJSONSchema(shape)` of zod makes it; `parse` reads
 * the answer and throws where it is something else, as `shape.parse` does.
 */
export type AssistShape<T> = {
  /** 1 to 64 letters, digits, `_` and `-`. */
  readonly name: string
  readonly json: Readonly<Record<string, unknown>>
  readonly parse: (answer: unknown) => T
}

export type AssistRequest<T> = {
  readonly task: AssistTask
  readonly caller: AssistCaller
  /** In which the answer is to be written. */
  readonly language: Language
  /** The task's fixed instructions: ours alone, never a word that somebody wrote. */
  readonly rules: string
  /** The most important first: those that do not fit are left out, from the end. */
  readonly items: readonly AssistItem[]
  /** What somebody asks, in their own words; untrusted as items are. Absent where the rules say it all. */
  readonly asked?: string
  readonly shape: AssistShape<T>
  /** Of the answer, 1 to 1500. */
  readonly mostTokens: number
  /** The person's `limitKey`, for their calls of a day: kept in memory alone, and never sent. Absent for a run. */
  readonly who?: string
  readonly signal?: AbortSignal
}

/**
 * `said`: what the model answered, of the shape asked for and otherwise unchecked: it is untrusted text. `sent`: how
 * many of the items it was given, from the first.
 */
export type Assisted<T> = { readonly said: T; readonly sent: number } | Unsaid

/**
 * A language model at the operator's own endpoint. Neither function throws or rejects. Never awaited in a transaction,
 * nor by a handler of facts: delivery would wait for the model.
 */
export type Assist = {
  /** What people are told it is; '' where it is off. */
  readonly name: string
  /** Whether it is set up for the task, and neither stopped nor refused. Reads a row every few seconds at most. */
  readonly isOn: (task: AssistTask) => Promise<boolean>
  readonly ask: <T>(request: AssistRequest<T>) => Promise<Assisted<T>>
}

/** Nothing is set up: as the product is without the operator's settings. */
export const noAssist: Assist = { name: '', isOn: async () => false, ask: async () => 'off' }
