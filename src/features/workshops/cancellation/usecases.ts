import type { Actor } from '../../../kernel/access/actor.ts'
import { type Audit, inDetail } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import { mustKnowBy, offReason } from '../changes/notice-deadline.ts'
import { dayKeyOf, isRegistering, seatFor } from '../seats/domain.ts'
import type { SeatStore, WaitingListUsecases } from '../seats/waiting-list-usecases.ts'
import { type SeriesStore, seriesIn } from '../series/usecases.ts'
import { requireFound, type Workshop } from '../workshop/domain.ts'
import { cardFact } from '../workshop/facts.ts'
import type { WorkshopStore } from '../workshop/usecases.ts'
import {
  CANCELLATION_PERMISSIONS,
  type CallingOff,
  type Concerned,
  calledOff,
  calledOffFact,
  mayCallOff,
  type Off,
  reasonOf,
} from './domain.ts'

/** Recipients per transaction: limits how long others wait to some tens of milliseconds. */
const PAGE = 50

export type CancellationStore = {
  /** Ids of people with a seat, an offer or a place on the waiting list, from just after `after`. */
  readonly concerned: (workshop: string, limit: number, after: string) => Promise<readonly string[]>
  /** For each of `people`, the first start after `now` of those of `workshops` that they are on; all milliseconds. */
  readonly firstStarts: (
    workshops: readonly string[],
    people: readonly string[],
    now: number,
  ) => Promise<ReadonlyMap<string, number>>
  /** Number of distinct people on `workshops`, without the person `but`. */
  readonly countConcerned: (workshops: readonly string[], but: string) => Promise<Concerned>
}

type Parts = {
  readonly cancellations: (tx: Tx) => CancellationStore
  readonly series: (tx: Tx) => Pick<SeriesStore, 'find' | 'lock' | 'days' | 'removeDay'>
  readonly store: (tx: Tx) => Pick<WorkshopStore, 'find' | 'lock' | 'change'>
  readonly seats: (tx: Tx) => Pick<SeatStore, 'find' | 'hasSeatAt' | 'isFacilitator'>
  readonly waitingList: Pick<WaitingListUsecases, 'recomputeAfterChange' | 'availabilityNow'>
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
  readonly zone: string
  readonly messages: Pick<MessageUsecases, 'tell' | 'owed'>
}

type Called = Pick<CallingOff, 'series' | 'call'>

export type CallOffUsecases = ReturnType<typeof callOffUsecases>

/** Cancelling and postponing, and the notification of those concerned. */
export function callOffUsecases(parts: Parts) {
  const {
    cancellations,
    series,
    store,
    seats,
    waitingList,
    transact,
    read,
    note,
    audit,
    clock,
    zone,
    messages,
  } = parts

  async function put(
    tx: Tx,
    actor: Actor,
    before: Workshop,
    after: Workshop,
    called?: Called,
  ): Promise<void> {
    if (after === before) return
    const { id, revision } = after
    await audit(tx, actor, CANCELLATION_PERMISSIONS.callOff.act, inDetail(id, after.state))
    await store(tx).change(after)
    await waitingList.recomputeAfterChange(tx, after)
    await note(tx, cardFact(id))
    const { call, ...of } = called ?? { call: `${id}:${revision}`, series: '' }
    await note(tx, calledOffFact({ workshop: id, revision, ...of, call, by: actor.id, after: '' }))
  }

  /** Whether the person, who has no seat there, could take one now. */
  async function hasSeatFor(tx: Tx, { id, role, direction }: Actor, day: Workshop): Promise<boolean> {
    const now = clock.now()
    const mine = await seats(tx).find(day.id, id)
    const key = dayKeyOf(day, zone)
    if (key === null || day.startsAt <= now || mine?.answer === 'yes' || mine?.answer === 'offered')
      return false
    if (!isRegistering(day, now) || (await seats(tx).hasSeatAt(id, key, day.id))) return false
    const entitled = role === 'pilot' || (await seats(tx).isFacilitator(day.id, id))
    const ruling = seatFor(await waitingList.availabilityNow(tx, day), { direction, entitled })
    return ruling === 'open' || ruling === 'reserved'
  }

  return {
    /** Calls off one workshop. Idempotent. @throws Refusal of `calledOff` and `reasonOf`, and `role-needed`, `gone` */
    async callOff(actor: Actor, id: string, off: Off, typed: string): Promise<Workshop> {
      permit(CANCELLATION_PERMISSIONS.callOff, actor.role)
      const reason = reasonOf(typed)
      return transact(async tx => {
        const before = requireFound(await store(tx).lock(id))
        const after = calledOff(before, off, reason, clock.now())
        await put(tx, actor, before, after)
        return after
      })
    },

    /**
     * Cancels all days of a series that have not begun, and deletes its drafts. Whoever is on several of them is
     * notified once.
     * @throws Refusal of `reasonOf`, and `role-needed`, `gone`, `series-draft`, `call-off-none` when no day is left
     */
    async cancelSeries(actor: Actor, id: string, typed: string): Promise<void> {
      permit(CANCELLATION_PERMISSIONS.callOff, actor.role)
      const reason = reasonOf(typed)
      await transact(async tx => {
        const found = requireFound(await series(tx).lock(id))
        if (found.announcedAt === null) throw new Refusal('series-draft')
        const now = clock.now()
        const days = await series(tx).days(id)
        for (const { id: draft } of days.filter(({ state }) => state === 'draft'))
          await series(tx).removeDay(draft)
        const left = days.filter(day => mayCallOff(day, now)).map(day => day.id)
        if (left.length === 0 && !days.some(({ state }) => state === 'cancelled'))
          throw new Refusal('call-off-none')
        const called = { series: id, call: `${id}:${now}` }
        for (const day of left.toSorted()) {
          const before = requireFound(await store(tx).lock(day))
          await put(tx, actor, before, calledOff(before, 'cancelled', reason, now), called)
        }
      })
    },

    /**
     * Notifies a page of registered and waiting people, without the actor; a fact notifies the next page. A later act
     * supersedes it, and notifies everybody itself.
     */
    tellConcerned: (calling: CallingOff): Promise<void> =>
      transact(async tx => {
        const { workshop: id, revision, by, after, call, series: of } = calling
        const workshop = await store(tx).find(id)
        if (!workshop || workshop.revision !== revision) return
        const people = await cancellations(tx).concerned(id, PAGE, after)
        const days = of === '' ? [workshop] : await series(tx).days(of)
        const until = Math.max(...days.map(({ startsAt }) => startsAt))
        // Whoever was to come on several days is notified before the first of theirs.
        const together = days.filter(({ changedAt }) => changedAt === workshop.changedAt)
        const starts = await cancellations(tx).firstStarts(
          together.map(day => day.id),
          people,
          clock.now(),
        )
        for (const person of people.filter(each => each !== by)) {
          const own = starts.get(person) ?? workshop.startsAt
          const mustReach = await mustKnowBy(tx, messages, workshop, person, own)
          const subject = { workshop: id, revision, off: workshop.state, series: of, mustReach }
          const reason = offReason(call)
          await messages.tell(tx, {
            person,
            topic: 'workshop-moved',
            reason,
            subject,
            by: 'workshops',
            until,
          })
        }
        const last = people.at(-1)
        if (people.length === PAGE && last) await note(tx, calledOffFact({ ...calling, after: last }))
      }),

    /** Number of people who would be notified if `actor` called off all of these days. @throws Refusal `role-needed` */
    async concerned(actor: Actor, days: readonly Workshop[]): Promise<Concerned> {
      permit(CANCELLATION_PERMISSIONS.callOff, actor.role)
      const left = days.filter(day => mayCallOff(day, clock.now())).map(({ id }) => id)
      return read(tx => cancellations(tx).countConcerned(left, actor.id))
    },

    /** The current series; undefined for a single workshop. */
    seriesOf: (workshop: Workshop) =>
      read(async tx => {
        const found = workshop.series === '' ? undefined : await series(tx).find(workshop.series)
        return found && seriesIn(tx, parts, found)
      }),

    /** Days of the same series with a free seat for the person, by start. */
    offersFor: (actor: Actor, { id, series: of }: Workshop): Promise<readonly Workshop[]> =>
      read(async tx => {
        const found = []
        for (const day of of === '' ? [] : await series(tx).days(of))
          if (day.id !== id && (await hasSeatFor(tx, actor, day))) found.push(day)
        return found
      }),
  }
}
