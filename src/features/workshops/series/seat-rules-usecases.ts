import type { Actor } from '../../../kernel/access/actor.ts'
import { withAmounts } from '../../../kernel/access/amounts.ts'
import { type Audit, inDetail } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Programme } from '../../programme/index.ts'
import { checkChangeable } from '../changes/domain.ts'
import type { SeatQuotas } from '../seats/domain.ts'
import { checkQuotaSum, quotasIn } from '../seats/quota-text.ts'
import { keepQuotas } from '../seats/quota-usecases.ts'
import { sharedSeats } from '../seats/quotas.ts'
import { checkRules, rulesFor, type Settings, settingsOf, type TypedSettings } from '../seats/rules.ts'
import type { SeatStore, WaitingListUsecases } from '../seats/waiting-list-usecases.ts'
import { requireFound, WORKSHOP_PERMISSIONS, type Workshop } from '../workshop/domain.ts'
import { cardFact } from '../workshop/facts.ts'
import type { WorkshopStore } from '../workshop/usecases.ts'
import { SERIES_PERMISSIONS } from './domain.ts'
import type { SeriesStore } from './usecases.ts'

/** Whether seat rules still apply to a day: it has not begun and is not called off. */
function isRuled(day: Workshop, now: number): boolean {
  return (
    day.state === 'draft' || day.state === 'postponed' || (day.state === 'announced' && day.startsAt > now)
  )
}

type Parts = {
  readonly series: (tx: Tx) => Pick<SeriesStore, 'lock' | 'days'>
  readonly store: (tx: Tx) => Pick<WorkshopStore, 'lock' | 'change'>
  readonly seats: (tx: Tx) => Pick<SeatStore, 'quotas' | 'putQuotas'>
  readonly waitingList: Pick<WaitingListUsecases, 'recomputeAfterChange'>
  readonly transact: Transact
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
  readonly zone: string
  readonly programme: Pick<Programme, 'directions'>
}

export type SeatRulesUsecases = ReturnType<typeof seatRulesUsecases>

/**
 * Seat rules: reserved seats, release and registration dates, quotas; of all days of a series, or of a single workshop.
 */
export function seatRulesUsecases(parts: Parts) {
  const { series, store, seats, waitingList, transact, note, audit, clock, zone } = parts

  /** Days of the series that have not begun, locked in the order of their ids. */
  async function ruled(tx: Tx, of: string): Promise<readonly Workshop[]> {
    requireFound(await series(tx).lock(of))
    const ids = (await series(tx).days(of)).filter(day => isRuled(day, clock.now())).map(({ id }) => id)
    const days = []
    for (const id of ids.toSorted()) days.push(requireFound(await store(tx).lock(id)))
    if (days.length === 0) throw new Refusal('day-missing')
    return days
  }

  /** Reallocates seats that the new rules free. */
  async function recomputedAfterRules(tx: Tx, day: Workshop): Promise<void> {
    if (day.state === 'draft') return
    await waitingList.recomputeAfterChange(tx, day)
    await note(tx, cardFact(day.id))
  }

  /** The workshop, locked: not begun, and not part of a series, whose rules are shared by all days. */
  async function alone(tx: Tx, id: string): Promise<Workshop> {
    const workshop = requireFound(await store(tx).lock(id))
    if (workshop.series !== '') throw new Refusal('rules-of-series')
    checkChangeable(workshop, clock.now())
    return workshop
  }

  async function put(tx: Tx, before: Workshop, settings: Settings): Promise<void> {
    const after = { ...before, ...rulesFor(before.startsAt, settings, zone) }
    checkRules(after)
    await store(tx).change(after)
    await keepQuotas(tx, parts, before, after)
    await recomputedAfterRules(tx, after)
  }

  function checkDirections(quotas: SeatQuotas): void {
    const known = new Set(parts.programme.directions.map(({ id }) => id))
    if ([...quotas.keys()].some(id => !known.has(id))) throw new Refusal('direction-unknown')
  }

  async function putQuotas(tx: Tx, day: Workshop, quotas: SeatQuotas): Promise<void> {
    if (!day.quotas) throw new Refusal('quota-off')
    checkQuotaSum(quotas, sharedSeats(day))
    await seats(tx).putQuotas(day.id, quotas)
    await recomputedAfterRules(tx, day)
  }

  return {
    /**
     * Sets the rules of every day of the series that has not begun.
     * @throws Refusal of `settingsOf` and `checkRules`, and `role-needed`, `gone`, `day-missing`
     */
    async rule(actor: Actor, of: string, typed: TypedSettings): Promise<void> {
      permit(SERIES_PERMISSIONS.plan, actor.role)
      const settings = settingsOf(typed)
      await transact(async tx => {
        const days = await ruled(tx, of)
        for (const before of days) await put(tx, before, settings)
        const thing = withAmounts(inDetail(of, 'rules'), { days: days.length })
        await audit(tx, actor, SERIES_PERMISSIONS.plan.act, thing)
      })
    },

    /**
     * Sets the quotas of each of `days`, from lines of a form or from a table.
     * @throws Refusal `role-needed`, `gone`, `days-unchosen`, `quota-off` where a day has none, `quota-sum`,
     * `direction-unknown`, and those of `quotasIn`
     */
    async share(
      actor: Actor,
      of: string,
      days: readonly string[],
      typed: SeatQuotas | string,
    ): Promise<void> {
      permit(SERIES_PERMISSIONS.plan, actor.role)
      const quotas = typeof typed === 'string' ? quotasIn(typed, parts.programme.directions) : typed
      checkDirections(quotas)
      await transact(async tx => {
        const chosen = (await ruled(tx, of)).filter(({ id }) => days.includes(id))
        if (chosen.length === 0) throw new Refusal('days-unchosen')
        for (const day of chosen) await putQuotas(tx, day, quotas)
        const thing = withAmounts(inDetail(of, 'quotas'), { days: chosen.length })
        await audit(tx, actor, SERIES_PERMISSIONS.plan.act, thing)
      })
    },

    /**
     * Sets the rules of a single workshop. Existing seats are kept.
     * @throws Refusal of `settingsOf`, `checkRules` and `checkChangeable`, and `role-needed`, `gone`, `rules-of-series`
     */
    async ruleAlone(actor: Actor, id: string, typed: TypedSettings): Promise<void> {
      permit(WORKSHOP_PERMISSIONS.change, actor.role)
      const settings = settingsOf(typed)
      await transact(async tx => {
        await put(tx, await alone(tx, id), settings)
        await audit(tx, actor, WORKSHOP_PERMISSIONS.change.act, inDetail(id, 'rules'))
      })
    },

    /**
     * Sets the quotas of a single workshop.
     * @throws Refusal of `checkChangeable`, and `role-needed`, `gone`, `rules-of-series`, `quota-off`, `quota-sum`,
     * `direction-unknown`
     */
    async shareAlone(actor: Actor, id: string, quotas: SeatQuotas): Promise<void> {
      permit(WORKSHOP_PERMISSIONS.change, actor.role)
      checkDirections(quotas)
      await transact(async tx => {
        await putQuotas(tx, await alone(tx, id), quotas)
        await audit(tx, actor, WORKSHOP_PERMISSIONS.change.act, inDetail(id, 'quotas'))
      })
    },
  }
}
