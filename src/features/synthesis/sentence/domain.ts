import { EVERYONE, ORGANISERS, PARTICIPANTS, type Permission } from '../../../kernel/access/permission.ts'

export const SYNTHESIS_PERMISSIONS = {
  read: { act: 'synthesis.read', roles: ['organiser', 'observer'] },
  /** A sentence by hand. */
  write: { act: 'synthesis.write', roles: ORGANISERS },
  reword: { act: 'synthesis.reword', roles: ORGANISERS },
  decide: { act: 'synthesis.decide', roles: ORGANISERS },
  /** Before or after its neighbour. */
  order: { act: 'synthesis.order', roles: ORGANISERS },
  /** Asks a model for sentences. */
  propose: { act: 'synthesis.propose', roles: ORGANISERS },
  /** Of what words have placed, some to be read. */
  draw: { act: 'synthesis.draw', roles: ORGANISERS },
  /** Whether one of them is where it belongs. */
  judge: { act: 'synthesis.judge', roles: ORGANISERS },
  publish: { act: 'synthesis.publish', roles: ORGANISERS },
  withdraw: { act: 'synthesis.withdraw', roles: ORGANISERS },
  /** « Ce n’est pas ce que j’ai dit », by an author of an idea that it cites, and the same taken back. */
  object: { act: 'synthesis.object', roles: PARTICIPANTS, relation: 'own' },
  readPublished: { act: 'synthesis.read-published', roles: EVERYONE },
} as const satisfies Record<string, Permission>

/** Version of what a model is told and of what code checks: raised with either of them, and kept in the journal. */
export const RULES_VERSION = 'r1'
/** The one slot: how many ideas stand under the sentence's theme. */
export const SLOT = 'n'
export const SLOTS: readonly string[] = [SLOT]
/** Sentences of a theme and of an axis, those removed left out. */
export const MOST_OF_THEME = 8
export const MOST_OF_AXIS = 100
/** Sentences that are kept of an axis, removed ones with them: of these the first removed go. */
export const MOST_KEPT = 300

export type SentenceVerdict = 'undecided' | 'kept' | 'reworded' | 'removed'

/** A sentence as it is kept. `position`: among those of its theme. */
export type Sentence = {
  readonly id: string
  /** The synthesis that it is of. */
  readonly synthesis: string
  /** Absent: on ideas of no theme. */
  readonly theme?: string
  readonly position: number
  readonly text: string
  /** Which model wrote it as it stands; absent where a person did. */
  readonly model?: string
  /** The request that brought it. */
  readonly proposal?: string
  /** How many ideas it was written on: those that were erased since are no longer among `ideas`. */
  readonly cited: number
  readonly decision: SentenceVerdict
  readonly decidedBy?: string
  /** Milliseconds. */
  readonly decidedAt?: number
  /** Of a published one: the sentence that it is a copy of. */
  readonly origin?: string
  /** Each once, in their order. */
  readonly ideas: readonly string[]
}

/** What people have read of what words had placed. `whole`: it was all of it, and no sample. */
export type Agreement = { readonly read: number; readonly right: number; readonly whole: boolean }

/** What is being written on an axis, or what everybody reads. Times in milliseconds. */
export type Synthesis = {
  readonly id: string
  readonly axis: string
  readonly state: 'draft' | 'published'
  readonly changedAt: number
  /** Of the published one alone. `by`: '' once they are erased. `ideas`: how many the axis had. */
  readonly published?: {
    readonly at: number
    readonly by: string
    readonly ideas: number
    readonly agreement?: Agreement
  }
}

/** Why a draft cannot be published; the refusal's code is `synthesis-<it>`. */
export type Obstacle =
  | 'no-sentence'
  | 'undecided'
  | 'faulty'
  | 'contested'
  | 'sample-to-draw'
  | 'sample-unread'
  | 'sample-stale'
  | 'agreement-low'

/** Whether it would be published: somebody in charge has decided so. */
export function isDecided({ decision }: Pick<Sentence, 'decision'>): boolean {
  return decision === 'kept' || decision === 'reworded'
}

export function isOn({ decision }: Pick<Sentence, 'decision'>): boolean {
  return decision !== 'removed'
}

export function hasSlot(text: string): boolean {
  return text.includes(`{${SLOT}}`)
}

/** What readers would read of some sentences, as one text: the same for the same. `themes`: in their order. */
export function contentOf(sentences: readonly Sentence[], themes: readonly string[]): string {
  const placed = inOrder(sentences, themes)
  return JSON.stringify(placed.map(({ theme = '', text, ideas, model = '' }) => [theme, text, ideas, model]))
}

const byPlace = (one: Sentence, other: Sentence) =>
  one.position - other.position || (one.id < other.id ? -1 : 1)

/** Sentences of one theme, or of none that is on the board, in their order. */
export function sentencesOf(
  sentences: readonly Sentence[],
  theme: string | undefined,
  themes: readonly string[],
): readonly Sentence[] {
  const onBoard = (id: string | undefined) => (id !== undefined && themes.includes(id) ? id : undefined)
  return sentences.filter(each => onBoard(each.theme) === theme).toSorted(byPlace)
}

/** All of them by theme, those of none last. */
export function inOrder(sentences: readonly Sentence[], themes: readonly string[]): readonly Sentence[] {
  return [...themes, undefined].flatMap(theme => sentencesOf(sentences, theme, themes))
}
