import type { Actor } from '../../../kernel/access/actor.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import type { Once } from '../../../kernel/storage/idempotency.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Idea, IdeaUsecases } from '../../ideas/index.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import { checkShown, type Initiative, type InitiativeSeen, standing } from './domain.ts'

export type GroundStore = {
  readonly find: (id: string) => Promise<Initiative | undefined>
  /** In which of these the person takes part. */
  readonly joinedAmong: (person: string, ids: readonly string[]) => Promise<ReadonlySet<string>>
}

export type GroundParts = {
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly note: Note
  readonly clock: Clock
  readonly ids: Ids
  readonly people: Pick<PeopleUsecases, 'names' | 'tookPart'>
  readonly messages: Pick<MessageUsecases, 'tell'>
  readonly ideas: Pick<
    IdeaUsecases,
    'hold' | 'redraw' | 'seenByIds' | 'posted' | 'submit' | 'becomeInitiative' | 'tellTouched'
  >
}

export type Ground = ReturnType<typeof groundOf>

type Work = (tx: Tx, initiative: Initiative, idea: Idea) => Promise<void>

/** What of an initiative its card in a channel shows. No count: an edit would take from others the answer they just had. */
const SHOWN = ['title', 'problem', 'outcome', 'phase', 'owner'] as const

/** What every intention about an initiative stands on. */
export function groundOf(parts: GroundParts & { readonly store: (tx: Tx) => GroundStore }) {
  const { store, transact, read, people, ideas } = parts

  /** Each as `actor` sees it, in their order; those whose idea is not there for others to see are left out. */
  async function seen(actor: Actor, found: readonly Initiative[]): Promise<readonly InitiativeSeen[]> {
    const ids = found.map(({ id }) => id)
    const [joined, beside, names] = await Promise.all([
      read(tx => store(tx).joinedAmong(actor.id, ids)),
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

  return {
    seen,
    /** @throws Refusal `gone`, `idea-hidden` */
    seenOne: async (actor: Actor, id: string): Promise<InitiativeSeen> => {
      const found = standing(await read(tx => store(tx).find(id)))
      const [one] = await seen(actor, [found])
      if (!one) checkShown(await ideas.posted(id))
      return standing(one)
    },

    /** Runs `work` while its idea is held, then has what stands in channels drawn again if it shows. @throws Refusal `gone` */
    withHeld: (id: string, work: Work): Promise<void> =>
      transact(async tx => {
        const idea = await ideas.hold(tx, id)
        const before = standing(await store(tx).find(id))
        await work(tx, before, idea)
        const now = standing(await store(tx).find(id))
        if (SHOWN.some(field => before[field] !== now[field])) await ideas.redraw(tx, idea)
      }),
  }
}
