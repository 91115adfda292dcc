import type { Actor } from '../../../kernel/access/actor.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Idea, IdeaUsecases } from '../../ideas/index.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import {
  checkShown,
  type Initiative,
  type InitiativeSeen,
  type InitiativeSheetText,
  type InitiativeTrialState,
  requireFound,
} from './domain.ts'

export type InitiativeStore = {
  readonly add: (initiative: Initiative) => Promise<void>
  readonly find: (id: string) => Promise<Initiative | undefined>
  readonly byIds: (ids: readonly string[]) => Promise<readonly Initiative[]>
  readonly setSheet: (id: string, sheet: InitiativeSheetText) => Promise<void>
  /** Undefined: nothing of a trial is left on it. */
  readonly setTrial: (id: string, trial: InitiativeTrialState | undefined) => Promise<void>
  /** Undefined: it looks for an owner. */
  readonly setOwner: (id: string, owner: string | undefined) => Promise<void>
  /** Replaces its words in the search index. */
  readonly putWords: (id: string, words: readonly string[]) => Promise<void>
}

export type MembershipStore = {
  /** @returns whether they were no member until then */
  readonly join: (id: string, person: string, at: number) => Promise<boolean>
  /** Recomputes the member count. */
  readonly recount: (id: string) => Promise<void>
  /** Ids of members, the earliest first. */
  readonly members: (id: string, limit: number) => Promise<readonly string[]>
  /** Those of `ids` where the person is a member. */
  readonly joinedAmong: (person: string, ids: readonly string[]) => Promise<ReadonlySet<string>>
}

type Parts = {
  readonly store: (tx: Tx) => Pick<InitiativeStore, 'find'>
  readonly membership: (tx: Tx) => Pick<MembershipStore, 'joinedAmong'>
  readonly transact: Transact
  readonly read: Transact
  readonly people: Pick<PeopleUsecases, 'names'>
  readonly ideas: Pick<IdeaUsecases, 'hold' | 'redraw' | 'seenByIds' | 'posted'>
}

export type InitiativeContext = ReturnType<typeof initiativeContext>

type Work = (tx: Tx, initiative: Initiative, idea: Idea) => Promise<void>

/**
 * Fields that its card in a channel shows. No count: an edit of the card would erase the answer that others have just
 * received on it.
 */
const SHOWN = ['title', 'problem', 'outcome', 'phase', 'owner', 'trial'] as const

/** Builds the view of an initiative with its idea for one person, and locks both. */
export function initiativeContext({ store, membership, transact, read, people, ideas }: Parts) {
  /** The view of each for `actor`, in their order; without those whose idea others cannot see. */
  async function seen(actor: Actor, found: readonly Initiative[]): Promise<readonly InitiativeSeen[]> {
    const ids = found.map(({ id }) => id)
    const [joined, beside, names] = await Promise.all([
      read(tx => membership(tx).joinedAmong(actor.id, ids)),
      ideas.seenByIds(actor, ids),
      people.names([...new Set(found.flatMap(({ owner }) => owner ?? []))]),
    ])
    return found.flatMap(initiative => {
      const { id, owner = '' } = initiative
      const idea = beside.get(id)
      if (!idea) return []
      const ownerName = names.get(owner) ?? ''
      return [{ ...initiative, idea, ownerName, mine: owner === actor.id, joined: joined.has(id) }]
    })
  }

  /** @throws Refusal `gone`, `idea-hidden`, `idea-merged` */
  async function holding(tx: Tx, id: string, work: Work): Promise<void> {
    const idea = await ideas.hold(tx, id)
    const before = requireFound(await store(tx).find(id))
    await work(tx, before, idea)
    const now = requireFound(await store(tx).find(id))
    if (SHOWN.some(field => before[field] !== now[field])) await ideas.redraw(tx, idea)
  }

  return {
    seen,
    /** @throws Refusal `gone`, `idea-hidden` */
    seenOne: async (actor: Actor, id: string): Promise<InitiativeSeen> => {
      const found = requireFound(await read(tx => store(tx).find(id)))
      const [one] = await seen(actor, [found])
      if (!one) checkShown(await ideas.posted(id))
      return requireFound(one)
    },

    /** The initiative, locked with its idea until the transaction ends. @throws Refusal `gone`, `idea-hidden`, `idea-merged` */
    async held(tx: Tx, id: string): Promise<Initiative> {
      await ideas.hold(tx, id)
      return requireFound(await store(tx).find(id))
    },

    holding,

    /**
     * Runs `work` with its idea locked, then schedules an edit of its channel card if that shows the change.
     * @throws Refusal `gone`
     */
    withHeld: (id: string, work: Work): Promise<void> => transact(tx => holding(tx, id, work)),
  }
}
