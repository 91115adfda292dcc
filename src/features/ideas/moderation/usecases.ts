import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { type Cursor, pageOf, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { IdeaContext, IdeaContextParts } from '../idea/context-usecases.ts'
import { type Idea, type IdeaSeen, permitOn, requireFound, untaken, visible } from '../idea/domain.ts'
import type { Hiding, ModerationQueue } from '../idea/hiding.ts'
import type { MergeGroups } from '../merging/grouping-usecases.ts'
import {
  hidingReason,
  type IdeaReport,
  MODERATION_PERMISSIONS,
  type ReportedIdea,
  type ReportedIdeaSeen,
  reportReason,
} from './domain.ts'
import type { Hidings } from './hiding-usecases.ts'

export type ModerationStore = {
  /** False, and nothing is added, when the person has reported the idea already. */
  readonly addReport: (report: IdeaReport) => Promise<boolean>
  /** Which of `ideas` the person reported. */
  readonly reportedBy: (person: string, ideas: readonly string[]) => Promise<ReadonlySet<string>>
  /** Recomputes the idea's counter of open reports. */
  readonly recountReports: (idea: string) => Promise<void>
  /** Closes the open reports and deletes their reasons. `at`: milliseconds. */
  readonly closeReports: (idea: string, at: number) => Promise<void>
  /** Hides it, or shows it again. */
  readonly setHidden: (id: string, hiding?: Hiding) => Promise<void>
  /** Ideas with open reports, the oldest report first, from just after `after`. */
  readonly reported: (limit: number, after?: Cursor) => Promise<readonly ReportedIdea[]>
  /** Hidden ideas, the first hidden first, from just after `after`. */
  readonly hidden: (limit: number, after?: Cursor) => Promise<readonly ReportedIdea[]>
  /** Reasons given for reporting the idea, the oldest first. */
  readonly reasons: (idea: string, most: number) => Promise<readonly string[]>
}

type Parts = Pick<IdeaContextParts, 'ideaStore' | 'read' | 'note' | 'clock' | 'audit'> & {
  readonly store: (tx: Tx) => ModerationStore
  readonly groups: Pick<MergeGroups, 'withGroups' | 'separateAll'>
  readonly hidings: Pick<Hidings, 'hid' | 'restored'>
}

type Context = Pick<IdeaContext, 'withAny' | 'seen' | 'seenOne' | 'happened'>

export type ModerationUsecases = ReturnType<typeof moderationUsecases>

/** Reasons shown of one idea. */
const REASONS = 3

/** Moderation of ideas: reports, hiding, showing again. */
export function moderationUsecases(parts: Parts, context: Context) {
  const { ideaStore, store, hidings, read, note, clock, audit } = parts
  const { withAny, seen, seenOne, happened } = context
  const { withGroups, separateAll } = parts.groups

  /** Has the cards that quote the idea redrawn: ballots, initiatives, summaries. */
  async function moderated(tx: Tx, idea: string): Promise<void> {
    await note(tx, { kind: 'ideas.moderated', payload: { idea }, mergeKey: `ideas.moderated:${idea}` })
  }

  async function watched(
    actor: Actor,
    rows: readonly ReportedIdea[],
    reasons: readonly (readonly string[])[],
  ) {
    const ideas = await seen(
      actor,
      rows.map(({ idea }) => idea),
    )
    return rows.flatMap(({ at, reports }, n): ReportedIdeaSeen[] => {
      const idea = ideas[n]
      return idea ? [{ idea, at, reports, reasons: reasons[n] ?? [] }] : []
    })
  }

  return {
    /**
     * Reports the idea to organisers, once per person; nobody learns who did.
     * @throws Refusal `gone`, `idea-hidden`, `own-idea-reported`, `too-long`
     */
    async report(actor: Actor, id: string, typed: string): Promise<void> {
      await withAny(id, async (tx, found) => {
        visible(found)
        permitOn(MODERATION_PERMISSIONS.report, found, actor)
        const reason = reportReason(typed)
        const at = clock.now()
        const report = { idea: id, person: actor.id, at, ...(reason !== undefined && { reason }) }
        if (await store(tx).addReport(report)) await store(tx).recountReports(id)
      })
    },

    /**
     * Hides the idea from everybody; supports and comments are kept. Its author is notified of the reason once, after
     * `TELL_AFTER`. Ideas merged into it are separated first, so that their supporters keep theirs. Idempotent.
     * @throws Refusal `gone`, `role-needed`, `empty-text`, `too-long`
     */
    async hide(actor: Actor, id: string, typed: string): Promise<IdeaSeen> {
      permit(MODERATION_PERMISSIONS.hide, actor.role)
      await withGroups([id], async (tx, ideas) => {
        const found = untaken(ideas.get(id))
        if (found.hidden) return
        const at = clock.now()
        const reason = hidingReason(typed)
        await separateAll(tx, actor, id, ideas)
        await store(tx).setHidden(id, { reason, by: actor.id, at })
        await store(tx).closeReports(id, at)
        await happened(tx, 'hidden', found, undefined)
        await hidings.hid(tx, actor, { idea: id, author: found.author }, at)
        await moderated(tx, id)
        await audit(tx, actor, MODERATION_PERMISSIONS.hide.act, id)
      })
      return seenOne(actor, requireFound(await read(tx => ideaStore(tx).find(id))))
    },

    /**
     * Shows the idea again; its author is notified if they were told that it is hidden.
     * @throws Refusal `gone`, `role-needed`
     */
    async restore(actor: Actor, id: string): Promise<IdeaSeen> {
      permit(MODERATION_PERMISSIONS.restore, actor.role)
      const idea = await withAny(id, async (tx, found) => {
        const { hidden, author } = untaken(found)
        if (!hidden) return
        await store(tx).setHidden(id)
        await happened(tx, 'restored', found, undefined)
        await hidings.restored(tx, actor, { idea: id, author }, hidden.at)
        await moderated(tx, id)
        await audit(tx, actor, MODERATION_PERMISSIONS.restore.act, id)
      })
      return seenOne(actor, idea)
    },

    /** Dismisses the idea's reports: it is kept as it is. @throws Refusal `gone`, `role-needed` */
    async dismiss(actor: Actor, id: string): Promise<IdeaSeen> {
      permit(MODERATION_PERMISSIONS.dismiss, actor.role)
      const idea = await withAny(id, async (tx, found) => {
        if (untaken(found).reports === undefined) return
        await store(tx).closeReports(id, clock.now())
        await audit(tx, actor, MODERATION_PERMISSIONS.dismiss.act, id)
      })
      return seenOne(actor, idea)
    },

    /** One idea as organisers moderate it. @throws Refusal `gone`, `role-needed` */
    async watch(actor: Actor, id: string): Promise<ReportedIdeaSeen> {
      permit(MODERATION_PERMISSIONS.readReports, actor.role)
      const [idea, reasons] = await read(
        async (tx): Promise<[Idea, readonly string[]]> => [
          untaken(requireFound(await ideaStore(tx).find(id))),
          await store(tx).reasons(id, REASONS),
        ],
      )
      const row = { idea, at: clock.now(), reports: idea.reports ?? 0 }
      return requireFound((await watched(actor, [row], [reasons]))[0])
    },

    /**
     * The moderation queue of ideas, reported or hidden, the oldest first. `after`: what the page before gave as
     * `next`.
     * @throws Refusal `role-needed`, `malformed`
     */
    async queue(actor: Actor, queue: ModerationQueue, limit: number, after?: string) {
      permit(MODERATION_PERMISSIONS.readReports, actor.role)
      const from = after === undefined ? undefined : parseCursor(after)
      const [page, reasons] = await read(async tx => {
        const rows = await store(tx)[queue](limit + 1, from)
        const found = pageOf(
          rows.map(row => ({ ...row, id: row.idea.id })),
          limit,
        )
        const said: (readonly string[])[] = []
        for (const { id } of found.items) said.push(await store(tx).reasons(id, REASONS))
        return [found, said] as const
      })
      const { items, ...rest } = page
      return { items: await watched(actor, items, reasons), ...rest }
    },
  }
}
