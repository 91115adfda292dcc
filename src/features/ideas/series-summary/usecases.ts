import type { Actor } from '../../../kernel/access/actor.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { SeriesSeen, SeriesUsecases } from '../../workshops/index.ts'
import { requireFound } from '../idea/domain.ts'
import { tallySteps } from '../summary/counts.ts'
import type { CountUsecases } from '../summary/counts-usecases.ts'
import { SUMMARY_PERMISSIONS } from '../summary/domain.ts'
import type { PresenceStore } from '../summary/presence.ts'
import type { SummaryStore } from '../summary/records.ts'
import type { SummaryUsecases } from '../summary/usecases.ts'
import {
  checkSummarised,
  daysOf,
  QUOTED_OF_SERIES,
  SERIES_SUMMARY_PERMISSIONS,
  type SeriesSummary,
  type SummaryDay,
  seriesSummarisedFact,
  summarisedDays,
} from './domain.ts'

export type SeriesSummaryStore = {
  /** False when it was posted before. */
  readonly post: (series: string, at: number) => Promise<boolean>
  /** Since when (ms). */
  readonly postedAt: (series: string) => Promise<number | undefined>
}

type Parts = {
  readonly seriesPosted: SeriesUsecases['posted']
  readonly summaries: Pick<SummaryUsecases, 'publishedIn'>
  readonly counts: CountUsecases
  readonly store: (tx: Tx) => SeriesSummaryStore
  readonly ideas: (tx: Tx) => Pick<SummaryStore, 'tallied'>
  readonly presences: (tx: Tx) => Pick<PresenceStore, 'kept' | 'distinctPeople' | 'keptPeople'>
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
}

export type SeriesSummaryUsecases = ReturnType<typeof seriesSummaryUsecases>

/** What the days of a series add up to, read from rows each time; and its card, posted when somebody asks for it. */
export function seriesSummaryUsecases(parts: Parts) {
  const { seriesPosted, summaries, counts, store, ideas, presences, transact, read, note, audit, clock } =
    parts

  /**
   * Distinct people at these days: counted while one of their lists can still be corrected, then as it was kept, since the
   * lists go by their own retention.
   */
  async function distinctAt(tx: Tx, series: string, days: readonly string[]): Promise<number> {
    const kept = await presences(tx).kept(days)
    const known = kept.size === days.length ? await presences(tx).keptPeople(series) : undefined
    return known ?? presences(tx).distinctPeople(days)
  }

  async function countedDay(tx: Tx, day: SummaryDay, present: number | undefined): Promise<SummaryDay> {
    if (day.state !== 'summarised') return day
    const { count } = await ideas(tx).tallied([day.id])
    return { ...day, ideas: count, ...(present !== undefined && { present }) }
  }

  async function summaryOf(series: SeriesSeen): Promise<SeriesSummary> {
    const published = await summaries.publishedIn(series.days.map(({ id }) => id))
    const days = daysOf(series, published)
    const told = summarisedDays(days)
    const ids = told.map(({ id }) => id)
    const { tally, top, presences: by, votes, steps } = await counts.counted(ids, QUOTED_OF_SERIES)
    const there = [...by.values()]
    const kept = there.flatMap(({ present }) => (present === undefined ? [] : [present]))
    const found = await read(async tx => {
      const shown: SummaryDay[] = []
      for (const day of days) shown.push(await countedDay(tx, day, by.get(day.id)?.present))
      return {
        days: shown,
        distinct: await distinctAt(tx, series.id, ids),
        postedAt: await store(tx).postedAt(series.id),
      }
    })
    const { distinct, postedAt } = found
    const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
    return {
      id: series.id,
      title: series.title,
      days: found.days,
      ...(kept.length > 0 && { people: { distinct, present: sum(kept) } }),
      registered: sum(there.map(({ registered }) => registered)),
      tally,
      top,
      votes: told.flatMap(({ id }) => votes.get(id) ?? []),
      steps,
      stepTally: tallySteps(steps),
      ...(postedAt !== undefined && { postedAt }),
    }
  }

  async function postedSummary(id: string): Promise<SeriesSummary | undefined> {
    const series = await seriesPosted(id)
    return series && summaryOf(series)
  }

  return {
    /** As everybody sees it; undefined of a series that is not announced. */
    postedSummary,

    /** @throws Refusal `role-needed`, `gone` */
    async readSeries(actor: Actor, id: string): Promise<SeriesSummary> {
      permit(SUMMARY_PERMISSIONS.readSummary, actor.role)
      return requireFound(await postedSummary(id))
    },

    /** The same, to be handed out; the journal keeps by whom. @throws Refusal `role-needed`, `gone` */
    async exportSeries(actor: Actor, id: string): Promise<SeriesSummary> {
      permit(SUMMARY_PERMISSIONS.exportSummary, actor.role)
      const seen = requireFound(await postedSummary(id))
      await transact(tx => audit(tx, actor, SUMMARY_PERMISSIONS.exportSummary.act, id))
      return seen
    },

    /**
     * Has its card posted in the channels of the series, once: asked again, the card that stands there is edited. It is
     * edited too as its days are summarised; nobody is written to.
     * @throws Refusal `role-needed`, `gone`, `series-unsummarised`
     */
    async postSeries(actor: Actor, id: string): Promise<SeriesSummary> {
      permit(SERIES_SUMMARY_PERMISSIONS.post, actor.role)
      const seen = requireFound(await postedSummary(id))
      checkSummarised(seen.days)
      await transact(async tx => {
        const first = await store(tx).post(id, clock.now())
        if (first) await audit(tx, actor, SERIES_SUMMARY_PERMISSIONS.post.act, id)
        await note(tx, seriesSummarisedFact(id))
      })
      return requireFound(await postedSummary(id))
    },

    /** Whether its card stands in its channels. */
    isPosted: async (id: string): Promise<boolean> =>
      (await read(tx => store(tx).postedAt(id))) !== undefined,
  }
}
