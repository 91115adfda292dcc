import type { Actor } from '../../../kernel/access/actor.ts'
import { may, permit } from '../../../kernel/access/permission.ts'
import { rounded, type Shown } from '../../../kernel/personal-data/counts.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { dateIn, dayAfter, momentOf } from '../../../kernel/time/time-zone.ts'
import { type OpeningThing, thingOf } from '../openings/domain.ts'
import type { OpeningStore } from '../openings/usecases.ts'
import { SERIES_PERMISSIONS } from '../series/domain.ts'
import { OVERSIGHT_PERMISSIONS } from './domain.ts'
import type { OversightStore } from './usecases.ts'

type Parts = {
  readonly openings: (tx: Tx) => Pick<OpeningStore, 'opening' | 'counts'>
  readonly oversight: (tx: Tx) => Pick<OversightStore, 'series'>
  readonly read: Transact
  readonly clock: Clock
  readonly zone: string
}

/** Something whose registration opens today. */
export type OpeningToday = OpeningThing & {
  readonly title: string
  /** Milliseconds. */
  readonly opensAt: number
  /** How many wait to be told, as far as that may be said: to organisers alone. */
  readonly asked?: Shown
}

export type OpeningDayUsecases = ReturnType<typeof openingDayUsecases>

export function openingDayUsecases({ openings, oversight, read, clock, zone }: Parts) {
  return {
    /** What opens today, the first to open first; a series once. @throws Refusal `role-needed` */
    async openingToday(actor: Actor): Promise<{ items: readonly OpeningToday[]; now: number }> {
      permit(OVERSIGHT_PERMISSIONS.oversee, actor.role)
      const now = clock.now()
      const today = dateIn(now, zone)
      const midnight = (day: string) => momentOf(day, '00:00', zone) ?? now
      const span = { from: midnight(today), until: midnight(dayAfter(today)) }
      return read(async tx => {
        const days = await openings(tx).opening(span)
        const firsts = [...Map.groupBy(days, day => thingOf(day).id).values()].flatMap(([day]) => day ?? [])
        const series = await oversight(tx).series(firsts.map(day => day.series).filter(id => id !== ''))
        const titles = new Map(series.map(({ id, title }) => [id, title]))
        const counted = may(SERIES_PERMISSIONS.plan, actor.role)
        const counts = counted ? await openings(tx).counts(firsts.map(day => thingOf(day).id)) : new Map()
        const items = firsts.map(day => {
          const { id, thing } = thingOf(day)
          const asked = rounded(counts.get(id) ?? 0)
          const title = titles.get(id) ?? day.title
          return { id, thing, title, opensAt: day.opensAt ?? now, ...(asked > 0 && { asked }) }
        })
        return { items, now }
      })
    },
  }
}
