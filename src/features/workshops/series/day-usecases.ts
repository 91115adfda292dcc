import type { Actor } from '../../../kernel/access/actor.ts'
import { type Audit, inDetail } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { IdempotencyKey, Once } from '../../../kernel/storage/idempotency.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Programme } from '../../programme/index.ts'
import { keepQuotas } from '../seats/quota-usecases.ts'
import {
  checkRules,
  rulesFor,
  type SeatRules,
  type Settings,
  settingsIn,
  settingsOf,
  type TypedSettings,
} from '../seats/rules.ts'
import type { SeatStore } from '../seats/waiting-list-usecases.ts'
import {
  PLAIN,
  requireFound,
  type TypedWorkshopDraft,
  type Workshop,
  type WorkshopDraft,
} from '../workshop/domain.ts'
import { draftOf } from '../workshop/draft.ts'
import type { WorkshopStore } from '../workshop/usecases.ts'
import { checkRoomForDay, SERIES_PERMISSIONS } from './domain.ts'
import type { SeriesStore } from './usecases.ts'

type Parts = {
  readonly series: (tx: Tx) => Pick<SeriesStore, 'lock' | 'days' | 'removeDay'>
  readonly store: (tx: Tx) => Pick<WorkshopStore, 'add' | 'find' | 'lock' | 'change'>
  readonly seats: (tx: Tx) => Pick<SeatStore, 'quotas' | 'putQuotas'>
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly audit: Audit
  readonly clock: Clock
  readonly ids: Ids
  readonly zone: string
  readonly programme: Pick<Programme, 'axis' | 'directions'>
}

type NewDay = {
  readonly id: string
  readonly of: string
  readonly draft: WorkshopDraft
  readonly settings?: Settings
}

export type DayUsecases = ReturnType<typeof dayUsecases>

/** The days of a series while they are drafts; once announced, a day changes like any workshop. */
export function dayUsecases(parts: Parts) {
  const { series, store, transact, read, once, audit, clock, ids, zone, programme } = parts

  function checked(actor: Actor, typed: TypedWorkshopDraft): WorkshopDraft {
    permit(SERIES_PERMISSIONS.plan, actor.role)
    const draft = draftOf(typed, clock.now())
    if (!programme.axis(draft.axis)) throw new Refusal('axis-missing')
    return draft
  }

  function draftDay(day: Workshop | undefined): Workshop {
    const found = requireFound(day)
    if (found.state !== 'draft') throw new Refusal('day-announced')
    return found
  }

  /** The draft with the seat rules of `former`, shifted to its own dates. */
  function ruled<D extends WorkshopDraft>(
    draft: D,
    former: SeatRules & Pick<Workshop, 'startsAt'>,
  ): D & SeatRules {
    const day = { ...draft, ...rulesFor(draft.startsAt, settingsIn(former, zone), zone) }
    checkRules(day)
    return day
  }

  /** `settings`: rules of a series without any day, whose days have their own otherwise. */
  async function add(tx: Tx, actor: Actor, { id, of, draft, settings }: NewDay): Promise<void> {
    const days = await series(tx).days(of)
    checkRoomForDay(days.length)
    const at = clock.now()
    const fresh = {
      seatsTaken: 0,
      directions: 0,
      createdAt: at,
      revision: 0,
      moved: 'nothing',
      changedAt: at,
    } as const
    const first = settings ? rulesFor(draft.startsAt, settings, zone) : PLAIN
    const rules = ruled(draft, days.at(-1) ?? { ...first, startsAt: draft.startsAt })
    const day = { ...PLAIN, ...rules, ...fresh, id, series: of, state: 'draft', organiser: actor.id } as const
    await store(tx).add(day)
    await keepQuotas(tx, parts, undefined, day)
    await audit(tx, actor, SERIES_PERMISSIONS.plan.act, inDetail(id, 'day-added'))
  }

  function addAll(
    actor: Actor,
    of: string,
    typed: readonly TypedWorkshopDraft[],
    keys: readonly IdempotencyKey[],
    settings?: Settings,
  ): Promise<string> {
    const drafts = typed.map(each => checked(actor, each))
    const fresh = ids.next()
    return transact(async tx => {
      requireFound(await series(tx).lock(of))
      const first = await once(tx, keys, fresh)
      if (first !== fresh) return first
      for (const [at, draft] of drafts.entries()) {
        const id = at === 0 ? first : ids.next()
        await add(tx, actor, { id, of, draft, ...(settings && { settings }) })
      }
      return first
    })
  }

  return {
    /**
     * Adds a day, once for all `keys`, under the rules of the last one; answers its id.
     * @throws Refusal of `draftOf` and `checkRules`, and `role-needed`, `axis-missing`, `gone`, `days-many`
     */
    addDay(
      actor: Actor,
      of: string,
      typed: TypedWorkshopDraft,
      keys: readonly IdempotencyKey[],
    ): Promise<string> {
      return addAll(actor, of, [typed], keys)
    },

    /**
     * Adds several days, all or none, once for all `keys`; answers the id of the first. `rules`: of a series that has no
     * day yet.
     * @throws Refusal as `addDay` does, and of `settingsOf`
     */
    addDays(
      actor: Actor,
      of: string,
      typed: readonly TypedWorkshopDraft[],
      keys: readonly IdempotencyKey[],
      rules?: TypedSettings,
    ): Promise<string> {
      return addAll(actor, of, typed, keys, rules && settingsOf(rules))
    },

    /** Changes a draft day. @throws Refusal as `addDay` does, and `day-announced` */
    async changeDay(actor: Actor, id: string, typed: TypedWorkshopDraft): Promise<Workshop> {
      const draft = checked(actor, typed)
      return transact(async tx => {
        const before = draftDay(await store(tx).lock(id))
        const after = { ...before, ...ruled({ ...before, ...draft }, before) }
        await store(tx).change(after)
        await keepQuotas(tx, parts, before, after)
        await audit(tx, actor, SERIES_PERMISSIONS.plan.act, inDetail(id, 'day-changed'))
        return after
      })
    },

    /** Removes a draft day, and returns its former series. @throws Refusal `role-needed`, `gone`, `day-announced` */
    async removeDay(actor: Actor, id: string): Promise<Workshop> {
      permit(SERIES_PERMISSIONS.plan, actor.role)
      return transact(async tx => {
        const day = draftDay(await store(tx).lock(id))
        await series(tx).removeDay(id)
        await audit(tx, actor, SERIES_PERMISSIONS.plan.act, inDetail(id, 'day-removed'))
        return day
      })
    },

    /** A day in any state. @throws Refusal `role-needed`, `gone` */
    async day(actor: Actor, id: string): Promise<Workshop> {
      permit(SERIES_PERMISSIONS.plan, actor.role)
      return requireFound(await read(tx => store(tx).find(id)))
    },
  }
}
