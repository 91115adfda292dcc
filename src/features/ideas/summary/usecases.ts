import type { Actor } from '../../../kernel/access/actor.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { PresentUsecases } from '../../attendance/index.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { ReminderUsecases, WorkshopUsecases } from '../../workshops/index.ts'
import type { Gathering } from '../harvest/collecting.ts'
import { type Idea, requireFound } from '../idea/domain.ts'
import {
  checkOver,
  nextText,
  QUOTED,
  SUMMARY_PERMISSIONS,
  type Summary,
  type SummaryPublished,
  type SummarySeen,
  type SummaryTelling,
  summarisedFact,
  TOLD_FOR,
  tellFact,
} from './domain.ts'

/** People told in one transaction. */
const PAGE = 50

export type SummaryStore = {
  /** False when there is one already. */
  readonly addSummary: (summary: Summary) => Promise<boolean>
  readonly findSummary: (workshop: string) => Promise<Summary | undefined>
  readonly summarisedAmong: (workshops: readonly string[]) => Promise<ReadonlySet<string>>
  /** Like `findSummary`; nobody else corrects it until the transaction ends. */
  readonly lockSummary: (workshop: string) => Promise<Summary | undefined>
  readonly setSummary: (summary: Summary) => Promise<void>
  /** Ideas that stand and come from the workshop; those that are joined count once. */
  readonly countGathered: (workshop: string) => Promise<number>
  /** Those of them that somebody supports, the most supported first, then the oldest. */
  readonly mostSupportedAt: (workshop: string, limit: number) => Promise<readonly Idea[]>
}

/** Ids of people who were at a workshop, in order, from just beyond `after`; '' for the first. */
export type Participants = (workshop: string, limit: number, after: string) => Promise<readonly string[]>

type Parts = {
  readonly workshops: Pick<WorkshopUsecases, 'posted'>
  readonly participants: Participants
  readonly store: (tx: Tx) => SummaryStore
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
  readonly messages: Pick<MessageUsecases, 'tell'>
}

/** What is published: `turn` is the summary's that it stands in the place of, 0 for the first. */
type Publishing = { readonly workshop: string; readonly next: string; readonly turn: number }

/** Who came, where that was kept; else who had a seat. */
export function participantsOf({
  presentIn,
  workshops,
}: Pick<PresentUsecases, 'presentIn'> & {
  readonly workshops: Pick<ReminderUsecases, 'seatedIn'>
}): Participants {
  return async (workshop, limit, after) => {
    const kept = (await presentIn(workshop, 1)).length > 0
    return kept ? presentIn(workshop, limit, after) : workshops.seatedIn(workshop, limit, after)
  }
}

export type SummaryUsecases = ReturnType<typeof summaryUsecases>

/** What comes of a workshop, told once to its channels and to those who were there. */
export function summaryUsecases(parts: Parts) {
  const { store, transact, read, note, audit, clock, workshops, participants, messages } = parts

  const tallied = (workshop: Gathering): Promise<SummarySeen> =>
    read(async tx => {
      const { id } = workshop
      const summary = await store(tx).findSummary(id)
      const count = await store(tx).countGathered(id)
      return {
        workshop,
        count,
        top: await store(tx).mostSupportedAt(id, QUOTED),
        ...(summary && { summary }),
      }
    })

  async function summarisable(actor: Actor, id: string): Promise<Gathering> {
    permit(SUMMARY_PERMISSIONS.summarise, actor.role)
    return checkOver(await workshops.posted(id))
  }

  /** The first one is told; another one corrects it, unless it stood in the place of one that is corrected already. */
  async function put(tx: Tx, actor: Actor, first: Summary, turn: number): Promise<void> {
    const { workshop, next } = first
    const isFirst = turn === 0 && (await store(tx).addSummary(first))
    if (!isFirst) {
      const before = requireFound(await store(tx).lockSummary(workshop))
      if (before.next === next) return
      if (before.turn !== turn) throw new Refusal('summary-changed')
      await store(tx).setSummary({ ...first, turn: turn + 1 })
    }
    await audit(tx, actor, SUMMARY_PERMISSIONS.summarise.act, isFirst ? workshop : `${workshop}:corrected`)
    await note(tx, summarisedFact(workshop))
    if (isFirst) await note(tx, tellFact({ workshop, by: actor.id, after: '' }))
  }

  async function publishedSummary(id: string): Promise<SummaryPublished | undefined> {
    const workshop = await workshops.posted(id)
    if (workshop?.stage !== 'over') return undefined
    const { summary, ...seen } = await tallied(workshop)
    return summary && { ...seen, summary }
  }

  return {
    /** What would be published, or is. @throws Refusal `role-needed`, `gone`, `workshop-not-over` */
    summary: async (actor: Actor, id: string): Promise<SummarySeen> => tallied(await summarisable(actor, id)),

    /**
     * Publishes what comes next, once; from then on only its text is corrected, and nobody told again.
     * @throws Refusal as `summary` does, and `empty-text`, `too-long`, `summary-changed` when another text stands there
     */
    async publishSummary(actor: Actor, { workshop: id, next, turn }: Publishing): Promise<SummaryPublished> {
      const workshop = await summarisable(actor, id)
      const first = { workshop: id, next: nextText(next), by: actor.id, at: clock.now(), turn: 1 }
      await transact(tx => put(tx, actor, first, turn))
      const { summary, ...seen } = await tallied(workshop)
      return { ...seen, summary: requireFound(summary) }
    },

    /** What everybody sees of it; nothing until it is published. */
    publishedSummary,

    /** The same, to somebody who looks for it. @throws Refusal `role-needed`, `gone` */
    async readSummary(actor: Actor, id: string): Promise<SummaryPublished> {
      permit(SUMMARY_PERMISSIONS.readSummary, actor.role)
      return requireFound(await publishedSummary(id))
    },

    /** Which of these workshops, a page of them at most, have a summary that is published. */
    summarisedAmong: (workshops: readonly string[]): Promise<ReadonlySet<string>> =>
      read(tx => store(tx).summarisedAmong(workshops)),

    /** Tells a page of those who were there; a fact of its own tells the next page. */
    async tellSummary(telling: SummaryTelling): Promise<void> {
      const { workshop, by, after } = telling
      const page = await participants(workshop, PAGE, after)
      await transact(async tx => {
        for (const person of page.filter(each => each !== by))
          await messages.tell(tx, {
            person,
            topic: 'workshop-feedback',
            reason: `summary:${workshop}`,
            subject: { summary: workshop },
            by: 'ideas',
            until: clock.now() + TOLD_FOR,
          })
        const last = page.at(-1)
        if (page.length === PAGE && last) await note(tx, tellFact({ ...telling, after: last }))
      })
    },
  }
}
