import type { Actor } from '../../../kernel/access/actor.ts'
import {
  EVERYONE,
  ORGANISERS,
  PARTICIPANTS,
  type Permission,
  type Relation,
  relationToOwner,
} from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Idea, IdeaSeen } from '../idea/domain.ts'
import { checkShown } from '../idea/hiding.ts'

/**
 * A merge of two similar ideas, proposed or made: `from` is merged into `into`, for which its supports count. The other
 * author is asked to consent, unless it is made at once.
 */
export type Merge = {
  readonly id: string
  readonly from: string
  readonly into: string
  /** Person's id: who proposed it. */
  readonly by: string
  readonly state: 'asked' | 'declined' | 'merged' | 'undone'
  /** State that `from` returns to when it is separated; absent until it is merged. */
  readonly fromState?: Idea['state']
  /** Milliseconds. */
  readonly at: number
  /** Milliseconds: when it was answered, merged or undone. */
  readonly settledAt?: number
}

export const MERGE_PERMISSIONS = {
  /** An organiser owns every idea. */
  merge: { act: 'ideas.merge', roles: PARTICIPANTS, relation: 'own' },
  undoMerge: { act: 'ideas.undo-merge', roles: PARTICIPANTS, relation: 'own' },
  readProposals: { act: 'ideas.read-proposals', roles: EVERYONE },
  answerMerge: { act: 'ideas.answer-merge', roles: PARTICIPANTS, relation: 'own' },
} as const satisfies Record<string, Permission>

const OPEN: readonly Merge['state'][] = ['asked', 'declined']

type Owned = Pick<Idea, 'author'>

/** Relation of `actor` to two ideas: own as soon as one is theirs. */
export function tieToEither({ id, role }: Actor, ideas: readonly Owned[]): Relation {
  const all = ORGANISERS.includes(role)
  return all || ideas.some(({ author }) => relationToOwner({ id }, author) === 'own') ? 'own' : 'others'
}

/** No consent is needed where one person wrote both, or an organiser merges. */
export function mergesAtOnce({ id, role }: Actor, ideas: readonly Owned[]): boolean {
  return ORGANISERS.includes(role) || ideas.every(({ author }) => author === id)
}

function checkMergeable(idea: Idea): void {
  if (idea.state === 'withdrawn') throw new Refusal('gone')
  checkShown(idea)
  if (idea.root !== undefined) throw new Refusal('idea-merged')
  if (idea.state === 'aside') throw new Refusal('merge-aside')
}

/**
 * An initiative can absorb an idea but not be merged into one: people work under its name.
 * @throws Refusal `gone`, `idea-hidden`, `idea-merged`, `merge-aside`, `merge-same`, `merge-initiative`
 */
export function checkMerge(from: Idea, into: Idea): void {
  if (from.id === into.id) throw new Refusal('merge-same')
  checkMergeable(from)
  checkMergeable(into)
  if (from.state === 'initiative') throw new Refusal('merge-initiative')
}

/** A harvested idea has no author to ask for consent: only organisers merge it. @throws Refusal `merge-harvested` */
export function checkAuthors({ role }: Actor, ideas: readonly Owned[]): void {
  if (!ORGANISERS.includes(role) && ideas.some(({ author }) => author === ''))
    throw new Refusal('merge-harvested')
}

/** The last open proposal between the two authors, in either direction. `merges`: in any order. */
export function lastAsked(
  merges: readonly Merge[],
  one: Pick<Idea, 'id'>,
  other: Pick<Idea, 'id'>,
): Merge | undefined {
  const both = [one.id, other.id]
  return merges
    .filter(({ from, into, state }) => both.includes(from) && both.includes(into) && OPEN.includes(state))
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))[0]
}

/** A declined merge that nobody had proposed: the author separated the ideas, which counts as a refusal. */
export function isUnasked({ state, settledAt }: Merge): boolean {
  return state === 'declined' && settledAt === undefined
}

/** Whose consent a proposal waits for. */
export function askedOf({ by }: Merge, ideas: readonly Owned[]): string {
  return ideas.find(({ author }) => author !== by)?.author ?? by
}

/** Steps of a merge that people are notified of. */
export type MergeStep = 'merged' | 'unmerged' | 'merge-asked' | 'merge-declined'

/** `into`: the idea that both now count for. `wrote`: the person wrote one of the group. */
export type MergeSeen = {
  readonly merge: Merge
  readonly from: IdeaSeen
  readonly into: IdeaSeen
  readonly wrote: boolean
  /** The proposal waits for this person's consent. */
  readonly asked: boolean
}

/** Whether the notification is still valid: the merge is in that state, and concerns the person. */
export function holdsFor({ merge, from, into, wrote }: MergeSeen, step: MergeStep): boolean {
  if (step === 'merged') return merge.state === 'merged' && (wrote || into.supported)
  if (step === 'unmerged') return merge.state === 'undone' && (wrote || from.supported)
  return merge.state === (step === 'merge-asked' ? 'asked' : 'declined')
}
