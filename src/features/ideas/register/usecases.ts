import type { Actor } from '../../../kernel/access/actor.ts'
import { may, permit } from '../../../kernel/access/permission.ts'
import { type Cursor, pageOf, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { beginningsOf } from '../../../search/words.ts'
import type { Ground, GroundParts, GroundStore } from '../idea/context-usecases.ts'
import { type IdeaSeen, readable, standing } from '../idea/domain.ts'
import { MODERATION_PERMISSIONS } from '../moderation/domain.ts'
import type { ModerationStore } from '../moderation/usecases.ts'
import type { Entry, EntrySeen, Registered } from './domain.ts'
import { REGISTER_PERMISSIONS } from './domain.ts'

/** What is read, its text as the beginnings of words. */
type Wanted = Omit<Registered, 'text'> & { readonly beginnings?: readonly string[] }

export type RegisterStore = {
  /** In the order of the part: what waits, was reported or hidden from the oldest on, all else from the newest. */
  readonly entries: (wanted: Wanted, limit: number, after?: Cursor) => Promise<readonly Entry[]>
  /** Ideas in everybody's sight that are neither answered nor decided. */
  readonly waitingCount: () => Promise<number>
  /** Of these, those under study. */
  readonly studiedCount: () => Promise<number>
  /** Of which a report waits. */
  readonly reportedCount: () => Promise<number>
}

type Store = GroundStore & RegisterStore & Pick<ModerationStore, 'reasons'>
type Parts = GroundParts & { readonly store: (tx: Tx) => Store }

type RegisterCount = { readonly waiting: number; readonly studied: number; readonly reported?: number }

/** Reasons shown of one idea. */
const REASONS = 20

/** All ideas, for those who go through them. */
export function registerUsecases({ store, read }: Parts, ground: Ground) {
  return {
    /**
     * A page of the register. Observers read no report, nor what is hidden.
     * @throws Refusal `role-needed`, `malformed`
     */
    async register(actor: Actor, { text = '', ...wanted }: Registered, limit: number, after?: string) {
      permit(REGISTER_PERMISSIONS.readRegister, actor.role)
      const { part } = wanted
      if (part === 'reported' || part === 'hidden') permit(MODERATION_PERMISSIONS.readReports, actor.role)
      const from = after === undefined ? undefined : parseCursor(after)
      const beginnings = beginningsOf(text)
      const found = await read(tx => store(tx).entries({ ...wanted, beginnings }, limit + 1, from))
      const rows = found.map(({ idea, at }) => ({ idea, at, id: idea.id }))
      const { items, ...rest } = pageOf(rows, limit)
      const ideas = items.map(({ idea }) => idea)
      const seen = await ground.seen(actor, ideas)
      const entries = items.flatMap(({ at }, place): EntrySeen[] => {
        const idea = seen[place]
        return idea ? [{ idea, at, reports: idea.reports ?? 0 }] : []
      })
      return { items: entries, ...rest }
    },

    /**
     * How many wait for an answer or a decision, of these how many are under study, and of how many a report waits, which
     * observers do not read. @throws Refusal `role-needed`
     */
    async registerCount(actor: Actor): Promise<RegisterCount> {
      permit(REGISTER_PERMISSIONS.readRegister, actor.role)
      const told = may(MODERATION_PERMISSIONS.readReports, actor.role)
      return read(async tx => ({
        waiting: await store(tx).waitingCount(),
        studied: await store(tx).studiedCount(),
        ...(told && { reported: await store(tx).reportedCount() }),
      }))
    },

    /**
     * One idea with all that is known of it, and why it was reported, without a name.
     * @throws Refusal `role-needed`, `gone`, `idea-hidden`
     */
    async entry(actor: Actor, id: string): Promise<EntrySeen & { readonly reasons: readonly string[] }> {
      permit(REGISTER_PERMISSIONS.readRegister, actor.role)
      const idea = readable(await read(tx => store(tx).find(id)), actor)
      const told = may(MODERATION_PERMISSIONS.readReports, actor.role)
      const reasons = told ? await read(tx => store(tx).reasons(id, REASONS)) : []
      const seen: IdeaSeen = standing((await ground.seen(actor, [idea]))[0])
      return { idea: seen, at: idea.at, reports: told ? (idea.reports ?? 0) : 0, reasons }
    },
  }
}
