import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { done, gather, refusalOf, settle } from '../../../kernel/storage/gathering.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { NeedStore } from '../attendees/needs-usecases.ts'
import type { VisitStore } from '../attendees/usecases.ts'
import type { SeatBatch, SeatBatches } from '../seats/batch-usecases.ts'
import type { Registration } from '../seats/domain.ts'
import { checkAnswerable, holds, SEAT_PERMISSIONS } from '../seats/domain.ts'
import type { SeatAllocation } from '../seats/usecases.ts'
import type { WaitingListUsecases } from '../seats/waiting-list-usecases.ts'
import {
  isToCome,
  requireFound,
  seatsLeft,
  stageOf,
  WORKSHOP_PERMISSIONS,
  type Workshop,
  type WorkshopSeen,
} from '../workshop/domain.ts'
import type { WorkshopPage, WorkshopStore, WorkshopViews } from '../workshop/usecases.ts'

/** One person's registration as they see it, with their table once tables are shown. */
export type OwnAnswer = Pick<Registration, 'answer' | 'direction' | 'queueNo' | 'offeredUntil'> & {
  readonly table: number | null
}

type PastPage = WorkshopPage & { readonly person: string; readonly visited: readonly string[] }

export type RegistrationStore = {
  /** The person's answers to those of `workshops` they answered. */
  readonly answers: (person: string, workshops: readonly string[]) => Promise<ReadonlyMap<string, OwnAnswer>>
  readonly seriesTitles: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** Coming workshops that the person answered before their Direction was known; at most 500. */
  readonly unplaced: (person: string, now: number) => Promise<readonly string[]>
  /** Sets the Direction of the person's answer, if it has none. */
  readonly place: (id: string, person: string, direction: string) => Promise<void>
  /**
   * Workshops that ended and that the person answered or facilitated, or that are in `visited`, the last to start
   * first.
   */
  readonly past: (page: PastPage) => Promise<readonly Workshop[]>
}

/** What one act on a locked workshop is about. */
type Asking = { readonly tx: Tx; readonly actor: Actor; readonly workshop: Workshop }
type SeatAsk = {
  readonly actor: Actor
  readonly kind: 'yes' | 'no' | 'confirm'
  readonly act: (asking: Asking, batch: SeatBatch) => Promise<void>
}

/** The workshop after an act, and whether that left more seats free. */
type Acted = { readonly seen: WorkshopSeen; readonly isFree: boolean }

/** `isFree`: nobody on the waiting list could be offered the declined seat. */
type Passed = WorkshopSeen & { readonly isFree: boolean }

type Parts = {
  readonly store: (tx: Tx) => Pick<WorkshopStore, 'find' | 'lock'>
  readonly registrations: (tx: Tx) => Pick<RegistrationStore, 'unplaced' | 'place'>
  readonly batches: SeatBatches
  readonly allocation: SeatAllocation
  readonly waitingList: Pick<WaitingListUsecases, 'reallocateSeats' | 'recount'>
  readonly views: Pick<WorkshopViews, 'one'>
  /** Practical needs, moved along by a swap. */
  readonly needs: (tx: Tx) => Pick<NeedStore, 'move'>
  readonly visits: (tx: Tx) => Pick<VisitStore, 'isShown' | 'setShown'>
  readonly transact: Transact
  readonly read: Transact
  readonly clock: Clock
}

export type RegistrationUsecases = ReturnType<typeof registrationUsecases>

/** Registration. Freed seats are reallocated to the waiting list in the same transaction. */
export function registrationUsecases(parts: Parts) {
  const { store, registrations, batches, allocation, waitingList, views } = parts
  const { needs, visits, transact, read, clock } = parts

  /** Acts on one workshop that come together: each has their own refusal, and all hear of it as it stands after the last. */
  const acted = gather(transact, async (tx, asks: readonly SeatAsk[], id) => {
    const workshop = await store(tx).lock(id)
    const people = asks.map(({ actor }) => actor.id)
    const batch = workshop && (await batches(tx, workshop, people))
    const settled: PromiseSettledResult<boolean>[] = []
    for (const ask of asks) settled.push(await settle(() => actOn(requireFound(batch), tx, ask)))
    if (!workshop || !batch) return settled.map(refusalOf)
    const now = (await batch.store()) ? await waitingList.recount(tx, workshop) : workshop
    const ends: PromiseSettledResult<Acted>[] = []
    for (const [at, { actor }] of asks.entries()) {
      const own = settled[at]
      if (own?.status === 'fulfilled')
        ends.push(done({ seen: await views.one(tx, actor, now), isFree: own.value }))
      else ends.push(refusalOf(own))
    }
    return ends
  })

  /** @returns whether it left more seats free */
  function actOn(batch: SeatBatch, tx: Tx, { actor, kind, act }: SeatAsk): Promise<boolean> {
    return batch.attempt(async () => {
      const workshop = batch.workshop()
      checkAnswerable(workshop, kind, clock.now())
      await act({ tx, actor, workshop }, batch)
      return seatsLeft(batch.workshop()) > seatsLeft(workshop)
    })
  }

  function acting(actor: Actor, id: string, kind: SeatAsk['kind'], act: SeatAsk['act']): Promise<Acted> {
    permit(SEAT_PERMISSIONS.answer, actor.role)
    return acted({ actor, kind, act }, id)
  }

  const seeing = (...asked: Parameters<typeof acting>) => acting(...asked).then(({ seen }) => seen)

  async function leave({ tx, actor, workshop }: Asking, batch: SeatBatch): Promise<void> {
    if (await batch.allocation.leave(tx, actor, workshop))
      await batch.waitingList.reallocateSeats(tx, workshop)
  }

  /**
   * Gives up a seat if it could be had back at once; else what was decided is forgotten.
   * @throws Refusal `seat-awaited` with how many wait, `seat-final`
   */
  async function leaveIfUndoable(asking: Asking, batch: SeatBatch): Promise<void> {
    const { tx, actor, workshop } = asking
    const seat = (await batch.allocation.find(tx, workshop, actor))?.answer === 'yes'
    await leave(asking, batch)
    if (!seat || (await batch.allocation.couldReturn(tx, actor, workshop))) return
    const { waiting: count } = workshop
    throw count > 0 ? new Refusal('seat-awaited', { count }) : new Refusal('seat-final')
  }

  return {
    /**
     * Makes `answer` the person's answer: saying it twice changes nothing but the Direction, if that changed meanwhile.
     * `orWait`: where there is no seat for them, a place on the waiting list will do. `asks`: a seat that could not be had
     * back is not given up yet: the refusal is what to ask.
     * @throws Refusal `role-needed`, `gone`, `workshop-over`, `workshop-cancelled`, `workshop-postponed`,
     * `registration-not-open`, `registration-closed`, `same-day`, `direction-needed`, `workshop-full`, `direction-full`,
     * `seat-awaited`, `seat-final`
     */
    answer: (
      actor: Actor,
      id: string,
      answer: 'yes' | 'no',
      { orWait = false, asks = false } = {},
    ): Promise<WorkshopSeen> =>
      seeing(actor, id, answer, async (asking, batch) => {
        if (answer === 'no') return (asks ? leaveIfUndoable : leave)(asking, batch)
        const { tx, workshop } = asking
        const before = await batch.allocation.find(tx, workshop, actor)
        if (before?.answer === 'yes') return batch.allocation.move(tx, actor, workshop, before)
        await batch.allocation.seek(tx, actor, workshop, orWait)
      }),

    /** Confirms an offer. @throws Refusal as `answer` does, and `no-offer` */
    confirm: (actor: Actor, id: string): Promise<WorkshopSeen> =>
      seeing(actor, id, 'confirm', async ({ tx, workshop }, { allocation }) => {
        const before = await allocation.find(tx, workshop, actor)
        if (before?.answer !== 'yes') await allocation.confirm(tx, actor, workshop)
      }),

    /** Declines an offer, which goes to the next person; a confirmed seat is kept. @throws Refusal as `confirm` does */
    async pass(actor: Actor, id: string): Promise<Passed> {
      let repeated = false
      const { seen, isFree } = await acting(actor, id, 'no', async (asking, batch) => {
        const answer = (await batch.allocation.find(asking.tx, asking.workshop, actor))?.answer
        repeated = answer === 'no'
        if (repeated) return
        if (answer !== 'offered') throw new Refusal('no-offer')
        await leave(asking, batch)
      })
      // Repeated: there is nothing to compare with, and the current state is returned.
      return { ...seen, isFree: repeated ? seatsLeft(seen) > 0 : isFree }
    },

    /**
     * Swaps the seat in `from` for one in `to`; without a free one it is kept. Practical needs and the consent to show
     * one's name move along, unless given for `to` already.
     * @throws Refusal as `answer` does, and `no-seat` for who has none to give up
     */
    swap(actor: Actor, from: string, to: string): Promise<WorkshopSeen> {
      permit(SEAT_PERMISSIONS.answer, actor.role)
      return transact(async tx => {
        // Locks in one order for all, so that two swaps in opposite directions cannot deadlock.
        const locked = new Map<string, Workshop>()
        for (const id of [from, to].toSorted()) locked.set(id, requireFound(await store(tx).lock(id)))
        const [old, next] = [requireFound(locked.get(from)), requireFound(locked.get(to))]
        checkAnswerable(next, 'yes', clock.now())
        const had = await allocation.find(tx, old, actor)
        const has = (await allocation.find(tx, next, actor))?.answer === 'yes'
        if (from === to || (has && !holds(had?.answer))) return views.one(tx, actor, next)
        if (!holds(had?.answer)) throw new Refusal('no-seat')
        if (old.state !== 'cancelled') checkAnswerable(old, 'no', clock.now())
        const shown = await visits(tx).isShown(from, actor.id)
        await allocation.leave(tx, actor, old)
        if (!has) await allocation.seek(tx, actor, next, false)
        if (!has && shown) await visits(tx).setShown(to, actor.id, true)
        await needs(tx).move(from, to, actor.id)
        await waitingList.reallocateSeats(tx, old)
        await waitingList.recount(tx, old)
        return views.one(tx, actor, await waitingList.recount(tx, next))
      })
    },

    /** The person's position on the waiting list, from 1; undefined for who is not on it. @throws Refusal `gone` */
    async waitingListPosition(actor: Actor, id: string): Promise<number | undefined> {
      permit(WORKSHOP_PERMISSIONS.read, actor.role)
      const seen = await read(async tx => views.one(tx, actor, requireFound(await store(tx).find(id))))
      return seen.rank
    },

    /** Assigns answers to coming workshops, given before the person declared a Direction, to it. */
    async place(person: string, direction: string): Promise<void> {
      for (const id of await read(tx => registrations(tx).unplaced(person, clock.now()))) {
        await transact(async tx => {
          const workshop = requireFound(await store(tx).lock(id))
          if (!isToCome(stageOf(workshop, clock.now()))) return
          await registrations(tx).place(id, person, direction)
          await waitingList.reallocateSeats(tx, workshop)
          await waitingList.recount(tx, workshop)
        })
      }
    },
  }
}
