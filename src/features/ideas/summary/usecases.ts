import type { Actor } from '../../../kernel/access/actor.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { LIST_TIME } from '../../../kernel/time/list-time.ts'
import type { PresentUsecases } from '../../attendance/index.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { StepSubject } from '../../next-steps/index.ts'
import type { ReminderUsecases, WorkshopUsecases } from '../../workshops/index.ts'
import type { IdeaWorkshop } from '../harvest/collecting.ts'
import { requireFound } from '../idea/domain.ts'
import type { CountUsecases } from './counts-usecases.ts'
import {
  checkOver,
  keepPresenceFact,
  nextText,
  QUOTED,
  SUMMARY_PERMISSIONS,
  type Summary,
  type SummaryPublished,
  type SummarySeen,
  type SummaryTelling,
  summarisedFact,
  summarySubjectOf,
  TOLD_FOR,
  tellFact,
} from './domain.ts'
import type { SummaryStore } from './records.ts'

/** Recipients per transaction. */
const PAGE = 50

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
  readonly counts: CountUsecases
}

/** A publication: `turn` is the version that it replaces, 0 for the first. */
type Publishing = { readonly workshop: string; readonly next: string; readonly turn: number }

/** The attendance register where one was kept; else those with a seat. */
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

/** Summary of a workshop, published once to its channels and its participants. */
export function summaryUsecases(parts: Parts) {
  const { store, transact, read, note, audit, clock, workshops, participants, messages, counts } = parts

  async function tallied(workshop: IdeaWorkshop): Promise<SummarySeen> {
    const { id } = workshop
    const summary = await read(tx => store(tx).findSummary(id))
    const { tally, top, presences, votes, steps } = await counts.counted([id], QUOTED)
    return {
      workshop,
      count: tally.count,
      answered: tally.answered,
      axes: tally.axes,
      tables: tally.tables,
      top,
      presence: presences.get(id) ?? { registered: 0, directions: [], final: false },
      votes: votes.get(id) ?? [],
      steps,
      ...(summary && { summary }),
    }
  }

  async function summarisable(actor: Actor, id: string): Promise<IdeaWorkshop> {
    permit(SUMMARY_PERMISSIONS.summarise, actor.role)
    return checkOver(await workshops.posted(id))
  }

  /**
   * The first version notifies people; a later one corrects it, unless the version that it replaces was corrected
   * meanwhile.
   */
  async function put(tx: Tx, actor: Actor, { endsAt }: IdeaWorkshop, first: Summary, turn: number) {
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
    if (!isFirst) return
    await note(tx, tellFact({ workshop, by: actor.id, after: '' }))
    await note(tx, keepPresenceFact(workshop, Math.max(first.at, endsAt + LIST_TIME)))
  }

  async function publishedSummary(id: string): Promise<SummaryPublished | undefined> {
    const workshop = await workshops.posted(id)
    if (workshop?.stage !== 'over') return undefined
    const { summary, ...seen } = await tallied(workshop)
    return summary && { ...seen, summary }
  }

  return {
    /** What is or would be published. @throws Refusal `role-needed`, `gone`, `workshop-not-over` */
    summary: async (actor: Actor, id: string): Promise<SummarySeen> => tallied(await summarisable(actor, id)),

    /**
     * Publishes it, once, with or without a sentence; later calls correct that without a second notification.
     * @throws Refusal as `summary` does, and `too-long`, `summary-changed` when another version is
     * published
     */
    async publishSummary(actor: Actor, { workshop: id, next, turn }: Publishing): Promise<SummaryPublished> {
      const workshop = await summarisable(actor, id)
      const first = { workshop: id, next: nextText(next), by: actor.id, at: clock.now(), turn: 1 }
      await transact(tx => put(tx, actor, workshop, first, turn))
      const { summary, ...seen } = await tallied(workshop)
      return { ...seen, summary: requireFound(summary) }
    },

    /** What everybody sees of it; undefined until it is published. */
    publishedSummary,

    /** The same, to be handed out; the journal keeps by whom. @throws Refusal `role-needed`, `gone` */
    async exportedSummary(actor: Actor, id: string): Promise<SummaryPublished> {
      permit(SUMMARY_PERMISSIONS.exportSummary, actor.role)
      const seen = requireFound(await publishedSummary(id))
      await transact(tx => audit(tx, actor, SUMMARY_PERMISSIONS.exportSummary.act, id))
      return seen
    },

    /** The same, to somebody who looks for it. @throws Refusal `role-needed`, `gone` */
    async readSummary(actor: Actor, id: string): Promise<SummaryPublished> {
      permit(SUMMARY_PERMISSIONS.readSummary, actor.role)
      return requireFound(await publishedSummary(id))
    },

    /** What it is to the steps that follow of it; nothing where the workshop is gone. */
    async stepSubject(tx: Tx, id: string): Promise<StepSubject | undefined> {
      const workshop = await store(tx).workshopOf(id)
      return workshop && summarySubjectOf(workshop, await store(tx).findSummary(id), clock.now())
    },

    /** Which of these workshops, at most a page, have a published summary. */
    summarisedAmong: (workshops: readonly string[]): Promise<ReadonlySet<string>> =>
      read(tx => store(tx).summarisedAmong(workshops)),

    /** When the summary of each of these workshops that says what comes next, at most a page, was published or last corrected (ms). */
    sequelSaidAt: (workshops: readonly string[]): Promise<ReadonlyMap<string, number>> =>
      read(tx => store(tx).sequelSaidAt(workshops)),

    /** Of these workshops, at most a page, the published ones. */
    publishedIn: (workshops: readonly string[]): Promise<readonly Summary[]> =>
      read(tx => store(tx).publishedIn(workshops)),

    /** Notifies a page of participants; a fact notifies the next page. */
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
