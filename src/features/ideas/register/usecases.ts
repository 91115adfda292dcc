import type { Actor } from '../../../kernel/access/actor.ts'
import { may, permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { type HeldWords, nearBeginnings } from '../../../search/near.ts'
import { beginningsOf } from '../../../search/words.ts'
import { parseWaitingCursor, type WaitingCursor, waitingPageOf } from '../answers/waiting-pages.ts'
import { isOwedByDirection } from '../idea/answer-due.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import { type IdeaSeen, readable, requireFound } from '../idea/domain.ts'
import { MODERATION_PERMISSIONS } from '../moderation/domain.ts'
import type { ModerationStore } from '../moderation/usecases.ts'
import type { SimilarUsecases } from '../similarity/usecases.ts'
import type { RegisterEntry, RegisterEntrySeen, Registered } from './domain.ts'
import { REGISTER_PERMISSIONS } from './domain.ts'

/** A query with its text split into word prefixes. */
type Wanted = Omit<Registered, 'text'> & { readonly beginnings?: readonly string[] }

export type RegisterStore = {
  /** In the search index. */
  readonly held: HeldWords
  /**
   * In the order of the filter: what the Lab' owes first, then oldest first for waiting, oldest first for reported and hidden,
   * newest first otherwise.
   */
  readonly entries: (
    wanted: Wanted,
    limit: number,
    after?: WaitingCursor,
  ) => Promise<readonly RegisterEntry[]>
  /** Ideas in everybody's sight that are neither answered nor decided. */
  readonly waitingCount: () => Promise<number>
  /** Of these, those under study. */
  readonly studiedCount: () => Promise<number>
  /** Number with open reports. */
  readonly reportedCount: () => Promise<number>
}

type Parts = Pick<IdeaContextParts, 'ideaStore' | 'read'> & {
  readonly store: (tx: Tx) => RegisterStore
  readonly moderationStore: (tx: Tx) => Pick<ModerationStore, 'reasons'>
  readonly closeIn: SimilarUsecases['closeIn']
}

type RegisterCount = { readonly waiting: number; readonly studied: number; readonly reported?: number }

/** Reasons shown of one idea. */
const REASONS = 20

export type IdeaRegisterUsecases = ReturnType<typeof registerUsecases>

/** The register of all ideas, for those in charge and observers. */
export function registerUsecases(
  { ideaStore, store, moderationStore, closeIn, read }: Parts,
  context: Pick<IdeaContext, 'seen'>,
) {
  /** `near`: of words that nobody wrote, those one slip away. */
  async function foundIn(tx: Tx, wanted: Wanted, limit: number, after: WaitingCursor | undefined) {
    const { beginnings = [] } = wanted
    const found = await store(tx).entries(wanted, limit, after)
    const near = found.length > 0 ? undefined : await nearBeginnings(beginnings, store(tx).held)
    if (!near) return { found, near: false }
    return { found: await store(tx).entries({ ...wanted, beginnings: near }, limit, after), near: true }
  }

  return {
    /**
     * A page of the register, forgiving a slip in the words. Observers see neither reports nor hidden ideas.
     * @throws Refusal `role-needed`, `malformed`
     */
    async register(actor: Actor, { text = '', ...wanted }: Registered, limit: number, after?: string) {
      permit(REGISTER_PERMISSIONS.readRegister, actor.role)
      const { part } = wanted
      if (part === 'reported' || part === 'hidden') permit(MODERATION_PERMISSIONS.readReports, actor.role)
      const from = after === undefined ? undefined : parseWaitingCursor(after)
      if (from?.owed && part !== 'waiting') throw new Refusal('malformed')
      const beginnings = beginningsOf(text)
      const { found, near } = await read(tx => foundIn(tx, { ...wanted, beginnings }, limit + 1, from))
      const { items, ...rest } = waitingPageOf(found, limit, ({ idea, at }) => ({
        idea,
        at,
        owed: part === 'waiting' && !isOwedByDirection(idea),
      }))
      const ideas = items.map(({ idea }) => idea)
      const seen = await context.seen(actor, ideas)
      const entries = items.flatMap(({ at }, place): RegisterEntrySeen[] => {
        const idea = seen[place]
        return idea ? [{ idea, at, reports: idea.reports ?? 0 }] : []
      })
      return { items: entries, ...rest, ...(near && { near: true as const }) }
    },

    /**
     * Counts of ideas that wait, of those under study, and of those with open reports, which observers do not see.
     * @throws Refusal `role-needed`
     */
    async registerCount(actor: Actor): Promise<RegisterCount> {
      permit(REGISTER_PERMISSIONS.readRegister, actor.role)
      const readsReports = may(MODERATION_PERMISSIONS.readReports, actor.role)
      return read(async tx => ({
        waiting: await store(tx).waitingCount(),
        studied: await store(tx).studiedCount(),
        ...(readsReports && { reported: await store(tx).reportedCount() }),
      }))
    },

    /**
     * One idea in full, with the reasons of its reports, without names.
     * @throws Refusal `role-needed`, `gone`, `idea-hidden`
     */
    async entry(
      actor: Actor,
      id: string,
    ): Promise<RegisterEntrySeen & { readonly reasons: readonly string[] }> {
      permit(REGISTER_PERMISSIONS.readRegister, actor.role)
      const idea = readable(await read(tx => ideaStore(tx).find(id)), actor)
      const readsReports = may(MODERATION_PERMISSIONS.readReports, actor.role)
      const reasons = readsReports ? await read(tx => moderationStore(tx).reasons(id, REASONS)) : []
      const seen: IdeaSeen = requireFound((await context.seen(actor, [idea]))[0])
      return { idea: seen, at: idea.at, reports: readsReports ? (idea.reports ?? 0) : 0, reasons }
    },

    /**
     * Similar ideas that it can be merged with: the closest first, at most three.
     * @throws Refusal `role-needed`, `gone`, `idea-hidden`
     */
    async closeTo(actor: Actor, id: string): Promise<readonly IdeaSeen[]> {
      permit(REGISTER_PERMISSIONS.readRegister, actor.role)
      const { text, root = id } = readable(await read(tx => ideaStore(tx).find(id)), actor)
      const close = await read(tx => closeIn(tx, text, each => each.id !== id && each.id !== root))
      return context.seen(actor, close)
    },
  }
}
