import type { Sentence, SentenceVerdict, Synthesis } from './domain.ts'
import type { Objection } from './objections.ts'
import type { Draw, SampledIdea } from './sample.ts'
import type { StandingIdea } from './spread.ts'

export type SynthesisStore = {
  readonly find: (axis: string, state: Synthesis['state']) => Promise<Synthesis | undefined>
  /** The same, held until the transaction ends. */
  readonly lock: (axis: string, state: Synthesis['state']) => Promise<Synthesis | undefined>
  /** The axis of the synthesis that a sentence is of. */
  readonly axisOf: (sentence: string) => Promise<string | undefined>
  /** The published ones of some axes; one an axis. */
  readonly published: (axes: readonly string[]) => Promise<readonly Synthesis[]>
  /** Adds one, unless the axis has one in that state. */
  readonly add: (synthesis: Synthesis) => Promise<void>
  readonly touch: (id: string, at: number) => Promise<void>
  /** With its sentences. */
  readonly remove: (id: string) => Promise<void>
}

export type SentenceStore = {
  /** Those of a synthesis, 300 at most. */
  readonly of: (synthesis: string) => Promise<readonly Sentence[]>
  readonly add: (sentence: Sentence) => Promise<void>
  /** Other words, other ideas; all but its place and its request. */
  readonly put: (sentence: Sentence) => Promise<void>
  readonly decide: (
    id: string,
    decision: SentenceVerdict,
    by: string | undefined,
    at: number,
  ) => Promise<void>
  readonly place: (id: string, position: number) => Promise<void>
  readonly remove: (ids: readonly string[]) => Promise<void>
}

/** An idea that everybody sees, on its axis now. `author`: for its author alone to find their own. */
export type VisibleIdea = {
  readonly id: string
  readonly text: string
  readonly author: string
}

/** Ideas as they are now. Those withdrawn, hidden, merged into another or moved to another axis are left out. */
export type CitedIdeaStore = {
  /** Those that sentences of a synthesis cite. */
  readonly citedIn: (synthesis: string, axis: string) => Promise<ReadonlyMap<string, VisibleIdea>>
  /** Those that stand under a theme of the axis, or by a hand under none: the oldest first, 20,000 at most. */
  readonly standing: (axis: string, theme: string | undefined) => Promise<readonly StandingIdea[]>
  readonly among: (ids: readonly string[], axis: string) => Promise<ReadonlyMap<string, VisibleIdea>>
}

/** An idea of a sample, as it is read. */
export type IdeaToJudge = {
  readonly id: string
  readonly text: string
  readonly theme: string
  readonly right?: boolean
}

export type SampleStore = {
  readonly draw: (axis: string) => Promise<Draw | undefined>
  /** Those that can be read, or were; 200 at most. */
  readonly sampled: (axis: string) => Promise<readonly SampledIdea[]>
  /** Those that everybody sees, by id. */
  readonly toRead: (axis: string) => Promise<readonly IdeaToJudge[]>
  /** Those that words, and no hand, have put under one of `themes`. */
  readonly placedByWords: (axis: string, themes: readonly string[]) => Promise<readonly SampledIdea[]>
  /** In place of the one before. */
  readonly put: (axis: string, draw: Draw, ideas: readonly SampledIdea[]) => Promise<void>
  readonly judge: (axis: string, idea: string, right: boolean) => Promise<void>
}

export type ObjectionStore = {
  /** Those on sentences that are being written on an axis: of each, one of each author of the ideas it cites at most. */
  readonly of: (axis: string) => Promise<readonly Objection[]>
  readonly find: (sentence: string, person: string) => Promise<Objection | undefined>
  readonly put: (objection: Objection) => Promise<void>
  readonly remove: (objection: Pick<Objection, 'sentence' | 'person'>) => Promise<void>
  /** Those taken back before `day`, which are shown no more. */
  readonly forget: (day: string) => Promise<void>
}
