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
 * Two close ideas that count as one: `from` stands no more by itself, its supports count for `into`. Asked of the
 * other author by one of them, or made at once.
 */
export type Merge = {
  readonly id: string
  readonly from: string
  readonly into: string
  /** Person's id: who proposed it. */
  readonly by: string
  readonly state: 'asked' | 'declined' | 'merged' | 'undone'
  /** Where `from` goes back to; absent until it is merged. */
  readonly fromState?: Idea['state']
  /** Milliseconds. */
  readonly at: number
  /** Milliseconds: when it was answered, made or undone. */
  readonly settledAt?: number
}

export const MERGE_PERMISSIONS = {
  /** To an organiser every idea is theirs to join. */
  merge: { act: 'ideas.merge', roles: PARTICIPANTS, relation: 'own' },
  undoMerge: { act: 'ideas.undo-merge', roles: PARTICIPANTS, relation: 'own' },
  readProposals: { act: 'ideas.read-proposals', roles: EVERYONE },
  answerMerge: { act: 'ideas.answer-merge', roles: PARTICIPANTS, relation: 'own' },
} as const satisfies Record<string, Permission>

const OPEN: readonly Merge['state'][] = ['asked', 'declined']

type Owned = Pick<Idea, 'author'>

/** What ties `actor` to two ideas of which one is another's. */
export function tieToEither({ id, role }: Actor, ideas: readonly Owned[]): Relation {
  const all = ORGANISERS.includes(role)
  return all || ideas.some(({ author }) => relationToOwner({ id }, author) === 'own') ? 'own' : 'others'
}

/** Both authors agree at once when they are one person; an organiser needs neither. */
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
 * An initiative may take an idea in, and is itself joined with none: people work under its name.
 * @throws Refusal `gone`, `idea-hidden`, `idea-merged`, `merge-aside`, `merge-same`, `merge-initiative`
 */
export function checkMerge(from: Idea, into: Idea): void {
  if (from.id === into.id) throw new Refusal('merge-same')
  checkMergeable(from)
  checkMergeable(into)
  if (from.state === 'initiative') throw new Refusal('merge-initiative')
}

/** An idea of a harvest has no author to ask: organisers alone join it. @throws Refusal `merge-harvested` */
export function checkAuthors({ role }: Actor, ideas: readonly Owned[]): void {
  if (!ORGANISERS.includes(role) && ideas.some(({ author }) => author === ''))
    throw new Refusal('merge-harvested')
}

/** The last that one author asked of the other, either way round, and that is not done. `merges`: in any order. */
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

/** A no that answers nothing: it was said by taking the two apart, and the other may never have asked for them. */
export function isUnasked({ state, settledAt }: Merge): boolean {
  return state === 'declined' && settledAt === undefined
}

/** Whose answer a proposal waits for. */
export function askedOf({ by }: Merge, ideas: readonly Owned[]): string {
  return ideas.find(({ author }) => author !== by)?.author ?? by
}

/** Steps of a merge of which somebody is told. */
export type MergeStep = 'merged' | 'unmerged' | 'merge-asked' | 'merge-declined'

/** `into`: the idea that stands for both by now. `wrote`: the person wrote one of all that are joined. */
export type MergeSeen = {
  readonly merge: Merge
  readonly from: IdeaSeen
  readonly into: IdeaSeen
  readonly wrote: boolean
  /** The proposal waits for this person. */
  readonly asked: boolean
}

/** Whether there is still something to tell: the merge stands as it is told, and the person has to do with it. */
export function holdsFor({ merge, from, into, wrote }: MergeSeen, step: MergeStep): boolean {
  if (step === 'merged') return merge.state === 'merged' && (wrote || into.supported)
  if (step === 'unmerged') return merge.state === 'undone' && (wrote || from.supported)
  return merge.state === (step === 'merge-asked' ? 'asked' : 'declined')
}
