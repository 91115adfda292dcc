import { z } from 'zod'
import type { Shown } from '../../../kernel/personal-data/counts.ts'
import { id, nonce, pageQuery } from '../primitives.ts'

const axis = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/)
/** A theme of the board; absent for « Idées seules ». */
const themeId = z.string().regex(/^[a-z0-9-]{2,40}$/)

/** GET /syntheses → SynthesisView: what is being written on an axis, or on the first. For organisers; observers read. */
export const synthesisQuery = z.object({ axis: axis.optional() })

/** An idea that a sentence stands on. `gone`: it was withdrawn, hidden or erased since; `text` is then ''. */
export type CitedIdeaView = { readonly id: string; readonly text: string; readonly gone: boolean }

export type SentenceDecision = 'undecided' | 'kept' | 'reworded' | 'removed'

/**
 * `text` as typed, with its slots (`{n}`); `filled`: with what code counts. `byModel`: no person has reworded it.
 * `doubtful`: it shares hardly a word with its ideas. `decidedBy`: a name, for organisers. `contested`: how many authors
 * of the cited ideas said « Ce n’est pas ce que j’ai dit » and were not answered by another decision.
 * `faults`: why it cannot be published as it is, by code (`sentence-quote`…): something changed since.
 */
export type SentenceView = {
  readonly id: string
  readonly theme?: string
  readonly text: string
  readonly filled: string
  readonly ideas: readonly CitedIdeaView[]
  readonly byModel: boolean
  readonly doubtful: boolean
  readonly decision: SentenceDecision
  readonly decidedBy?: string
  readonly contested: Shown
  readonly faults: readonly string[]
}

/** A theme with the sentences on it, in the order of the board. */
export type SynthesisThemeView = {
  readonly id: string
  readonly title: string
  readonly count: Shown
  readonly pro: Shown
  readonly con: Shown
  readonly sentences: readonly SentenceView[]
}

/** How far the reading of what words have placed has come. `low`: lower bound of the agreement, in hundredths. */
export type SampleView = {
  /** none: nothing to read, all was placed by hand; stale: words have placed anew since it was drawn. */
  readonly state: 'none' | 'to-draw' | 'reading' | 'done' | 'stale'
  readonly size: Shown
  readonly read: Shown
  readonly right: Shown
  readonly low?: number
}

export type SynthesisView = {
  readonly axis: string
  readonly themes: readonly SynthesisThemeView[]
  /** Sentences on ideas of no theme. */
  readonly alone: { readonly count: Shown; readonly sentences: readonly SentenceView[] }
  readonly coverage: {
    readonly ideas: Shown
    readonly placed: Shown
    readonly aside: Shown
    readonly alone: Shown
    readonly cited: Shown
  }
  readonly sample: SampleView
  /** The model’s name; absent where none is set up: all is written by hand. */
  readonly model?: string
  /** Why it cannot be published yet, each once; empty where it can. */
  readonly blocked: readonly (
    | 'no-sentence'
    | 'undecided'
    | 'faulty'
    | 'contested'
    | 'sample-to-draw'
    | 'sample-unread'
    | 'sample-stale'
    | 'agreement-low'
  )[]
  readonly undecided: Shown
  /** The one that agents read now (ms), and whether what is being written differs from it. */
  readonly published?: { readonly at: number; readonly by: string; readonly differs: boolean }
}

const text = z.string().max(2000)
const ideas = z.array(id).max(20)
/** POST /syntheses/sentences → { id }: a sentence by hand. */
export const sentenceInput = z.object({ nonce, axis, theme: themeId.optional(), text, ideas })
export type SentenceInput = z.input<typeof sentenceInput>
/** `:id` of a sentence. */
export const sentenceParams = z.object({ id })
/** PUT /syntheses/sentences/:id → {}: another wording, which is a decision. */
export const rewordingInput = z.object({ text, ideas })
/** PUT /syntheses/sentences/:id/decision → {}. */
export const decisionInput = z.object({ decision: z.enum(['kept', 'removed', 'undecided']) })
/** PUT /syntheses/sentences/:id/place → {}: just before another sentence of its theme; null: last. */
export const sentencePlaceInput = z.object({ before: id.nullable() })

/** POST /syntheses/proposals → ProposalsView: what a model proposes on one theme, or on ideas of none. Waits 8 s at most. */
export const proposalsInput = z.object({ nonce, axis, theme: themeId.optional() })
/** `added`: sentences that stand; 0 where the model said nothing that does. */
export type ProposalsView = { readonly added: number }

/** POST /syntheses/sample → {}: draws what is to be read. */
export const sampleInput = z.object({ axis })
/** GET /syntheses/sample → Page<SampledIdeaView>: 20 a page, the unread first. */
export const sampleQuery = pageQuery.extend({ axis })
export type SampledIdeaView = {
  readonly id: string
  readonly text: string
  /** The title under which words have put it. */
  readonly theme: string
  readonly right?: boolean
}
/** PUT /syntheses/sample/:id → {}: `:id` of the idea. */
export const readingInput = z.object({ axis, right: z.boolean() })

/** POST /syntheses/publish, POST /syntheses/withdraw → {}. */
export const publishInput = z.object({ axis })

/** GET /syntheses/published → PublishedListView: for everybody. */
export type PublishedListView = {
  readonly items: readonly { readonly axis: string; readonly at: number; readonly ideas: Shown }[]
}
/** `:axis` of a published synthesis. */
export const publishedParams = z.object({ axis })
export type PublishedSentenceView = {
  readonly id: string
  /** Slots filled. */
  readonly text: string
  readonly ideas: readonly { readonly id: string; readonly text: string }[]
  /** Kept as a model wrote it. */
  readonly byModel: boolean
  /** An author of an idea cited here said that it is not what they said. */
  readonly contested: boolean
  /** An idea that it cited is no longer there. */
  readonly lessIdeas: boolean
  /** Ideas of the reader that it cites, and whether they have objected. */
  readonly mine: readonly string[]
  readonly objected: boolean
}
/** GET /syntheses/published/:axis → PublishedSynthesisView: for everybody. Themes in the board’s order, « Idées seules » beside. */
export type PublishedSynthesisView = {
  readonly axis: string
  readonly at: number
  /** Name of who published it. */
  readonly by: string
  /** Name of the model that prepared some of it; absent where people wrote it all. */
  readonly model?: string
  readonly themes: readonly {
    readonly title: string
    readonly count: Shown
    readonly pro: Shown
    readonly con: Shown
    readonly sentences: readonly PublishedSentenceView[]
  }[]
  readonly alone: { readonly count: Shown; readonly sentences: readonly PublishedSentenceView[] }
  readonly coverage: SynthesisView['coverage']
  /** Of what words have placed: read, right and the lower bound in hundredths; absent where hands placed it all. */
  readonly agreement?: { readonly read: Shown; readonly right: Shown; readonly low: number }
}
/** « Ce n’est pas ce que j’ai dit », by an author of a cited idea; no door takes it yet. */
export const objectionInput = z.object({ objects: z.boolean() })
