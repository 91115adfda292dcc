import type { Actor } from '../../../kernel/access/actor.ts'
import { may, permit } from '../../../kernel/access/permission.ts'
import { type Cursor, cursorText, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Channel, ChannelUsecases } from '../../channels/index.ts'
import { type Concerned, mayCallOff } from '../cancellation/domain.ts'
import type { CancellationStore } from '../cancellation/usecases.ts'
import type { SeatQuotas } from '../seats/domain.ts'
import type { WorkshopSeries } from '../series/domain.ts'
import { SERIES_PERMISSIONS } from '../series/domain.ts'
import type { SeriesStore } from '../series/usecases.ts'
import { type RegistrationAnswer, requireFound, type Workshop } from '../workshop/domain.ts'
import type { WorkshopPage, WorkshopStore } from '../workshop/usecases.ts'
import {
  isOf,
  isWanted,
  OVERSIGHT_PERMISSIONS,
  type PlanEntry,
  type PlanFilter,
  type PlanPeriod,
} from './domain.ts'

/** Seats taken or on offer, by Direction. */
export type TakenSeats = {
  readonly workshop: string
  readonly direction: string | null
  readonly answer: RegistrationAnswer
  readonly count: number
}

export type OversightStore = {
  /** Those that end after `now`, by start; of the days of one series, the first of them. */
  readonly coming: (page: WorkshopPage) => Promise<readonly Workshop[]>
  /** Those that ended, the last to start first; of the days of one series, the last of them. */
  readonly past: (page: WorkshopPage) => Promise<readonly Workshop[]>
  readonly series: (ids: readonly string[]) => Promise<readonly WorkshopSeries[]>
  /** All their days, by start. */
  readonly daysOf: (series: readonly string[]) => Promise<readonly Workshop[]>
  readonly held: (workshops: readonly string[]) => Promise<readonly TakenSeats[]>
}

type Parts = {
  readonly oversight: (tx: Tx) => OversightStore
  readonly store: (tx: Tx) => Pick<WorkshopStore, 'find'>
  readonly series: (tx: Tx) => Pick<SeriesStore, 'find' | 'list' | 'days' | 'quotas'>
  readonly cancellations: (tx: Tx) => Pick<CancellationStore, 'countConcerned'>
  readonly channels: Pick<ChannelUsecases, 'announced'>
  readonly read: Transact
  readonly clock: Clock
}

/** A workshop with all its counts. */
export type WorkshopSheet = {
  readonly workshop: Workshop
  readonly quotas: SeatQuotas
  readonly taken: readonly TakenSeats[]
}

export type Overseen = {
  readonly now: number
  readonly channels: readonly Channel[]
  /** How many people would be notified if the reader called all of it off. */
  readonly concerned?: Concerned
}

export type OversightUsecases = ReturnType<typeof oversightUsecases>

/** Rows read for one page of a filtered list: per query, and in all. */
const STRIDE = 100
const MOST = 500

/** Oversight of workshops for those in charge and observers: counts without names. */
export function oversightUsecases(parts: Parts) {
  const { oversight, store, series, cancellations, channels, read, clock } = parts

  async function entries(
    tx: Tx,
    rows: readonly Workshop[],
    when: PlanPeriod,
    now: number,
  ): Promise<PlanEntry[]> {
    const ids = rows.map(row => row.series).filter(id => id !== '')
    const titled = new Map((await oversight(tx).series(ids)).map(each => [each.id, each]))
    const days = Map.groupBy(await oversight(tx).daysOf(ids), day => day.series)
    return rows.map(row => {
      const own = titled.get(row.series)
      if (!own) return { id: row.id, days: [row] }
      return { id: own.id, series: own, days: (days.get(own.id) ?? []).filter(day => isOf(day, when, now)) }
    })
  }

  async function drafts(tx: Tx, limit: number, after: Cursor | undefined, now: number) {
    const found = await series(tx).list(limit, after)
    const days = Map.groupBy(await oversight(tx).daysOf(found.map(({ id }) => id)), day => day.series)
    return found.map(each => ({
      at: { at: each.createdAt, id: each.id },
      entry: {
        id: each.id,
        series: each,
        days: (days.get(each.id) ?? []).filter(day => isOf(day, 'drafts', now)),
      },
    }))
  }

  /** Rows of the list after `after`, each with its cursor. */
  async function rowsFrom(tx: Tx, when: PlanPeriod, limit: number, after: Cursor | undefined, now: number) {
    if (when === 'drafts') return drafts(tx, limit, after, now)
    const page = { now, limit, ...(after && { after }) }
    const rows = await oversight(tx)[when](page)
    const made = await entries(tx, rows, when, now)
    return rows.flatMap(({ startsAt, id }, n) => {
      const entry = made[n]
      return entry ? [{ at: { at: startsAt, id }, entry }] : []
    })
  }

  /** A series that was never announced belongs to the drafts even without any day. */
  const stands = ({ series: of, days }: PlanEntry, when: PlanPeriod) =>
    when !== 'drafts' || days.length > 0 || of?.announcedAt === null

  async function sheets(tx: Tx, workshops: readonly Workshop[]): Promise<readonly WorkshopSheet[]> {
    const ids = workshops.map(({ id }) => id)
    const taken = Map.groupBy(await oversight(tx).held(ids), each => each.workshop)
    const quotas = await series(tx).quotas(ids)
    return workshops.map(workshop => ({
      workshop,
      quotas: (workshop.quotas ? quotas.get(workshop.id) : undefined) ?? new Map(),
      taken: taken.get(workshop.id) ?? [],
    }))
  }

  /** Whom the actor would notify by calling off all of `days`. */
  const concerned = (tx: Tx, actor: Actor, days: readonly Workshop[]) =>
    cancellations(tx).countConcerned(
      days.filter(day => mayCallOff(day, clock.now())).map(({ id }) => id),
      actor.id,
    )

  /** Drafts are shown to organisers only. */
  const isShown = (actor: Actor, { state }: Workshop) =>
    state !== 'draft' || may(SERIES_PERMISSIONS.plan, actor.role)

  return {
    /**
     * A page of the list; `next` is set where there may be more, even if the filter left nothing of this one.
     * @throws Refusal `role-needed`, `malformed`
     */
    async plans(
      actor: Actor,
      { when, filter, limit, after }: { when: PlanPeriod; filter: PlanFilter; limit: number; after?: string },
    ): Promise<{ items: readonly PlanEntry[]; next?: string; now: number }> {
      permit(when === 'drafts' ? SERIES_PERMISSIONS.plan : OVERSIGHT_PERMISSIONS.oversee, actor.role)
      const now = clock.now()
      let from = after === undefined ? undefined : parseCursor(after)
      return read(async tx => {
        const items: PlanEntry[] = []
        for (let looked = 0; looked < MOST; looked += STRIDE) {
          const rows = await rowsFrom(tx, when, STRIDE, from, now)
          for (const { at, entry } of rows) {
            if (items.length === limit && from) return { items, next: cursorText(from), now }
            from = at
            if (stands(entry, when) && isWanted(entry, filter, now)) items.push(entry)
          }
          if (rows.length < STRIDE) return { items, now }
        }
        return { items, now, ...(from && { next: cursorText(from) }) }
      })
    },

    /** One workshop, or one day. @throws Refusal `role-needed`, `gone` */
    async plan(
      actor: Actor,
      id: string,
    ): Promise<Overseen & { sheet: WorkshopSheet; series: WorkshopSeries | undefined }> {
      permit(OVERSIGHT_PERMISSIONS.oversee, actor.role)
      const found = await read(async tx => {
        const workshop = requireFound(await store(tx).find(id))
        const [sheet] = isShown(actor, workshop) ? await sheets(tx, [workshop]) : []
        return {
          sheet: requireFound(sheet),
          series: workshop.series === '' ? undefined : await series(tx).find(workshop.series),
          concerned: await concerned(tx, actor, [workshop]),
        }
      })
      const thing = found.series ? 'series' : 'workshop'
      const announced = await channels.announced({ thing, id: found.series?.id ?? id })
      return { ...found, now: clock.now(), channels: announced }
    },

    /** A series with all its days. @throws Refusal `role-needed`, `gone` */
    async seriesPlan(
      actor: Actor,
      id: string,
    ): Promise<Overseen & { sheets: readonly WorkshopSheet[]; series: WorkshopSeries }> {
      permit(OVERSIGHT_PERMISSIONS.oversee, actor.role)
      const found = await read(async tx => {
        const own = requireFound(await series(tx).find(id))
        const days = (await series(tx).days(id)).filter(day => isShown(actor, day))
        if (own.announcedAt === null) permit(SERIES_PERMISSIONS.plan, actor.role)
        return { series: own, sheets: await sheets(tx, days), concerned: await concerned(tx, actor, days) }
      })
      return { ...found, now: clock.now(), channels: await channels.announced({ thing: 'series', id }) }
    },
  }
}
