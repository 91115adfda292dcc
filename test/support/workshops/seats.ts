import { type Database, open } from '../../../src/db/index.ts'
import { seatBatchStore } from '../../../src/features/workshops/seats/batch-store.ts'
import type { SeatQuotas } from '../../../src/features/workshops/seats/domain.ts'
import { seatStore } from '../../../src/features/workshops/seats/store.ts'
import {
  type SeatStore,
  waitingListUsecases,
} from '../../../src/features/workshops/seats/waiting-list-usecases.ts'
import { PLAIN, type Workshop } from '../../../src/features/workshops/workshop/domain.ts'
import { reallocationFact } from '../../../src/features/workshops/workshop/facts.ts'
import { workshopStore } from '../../../src/features/workshops/workshop/store.ts'
import { type Clock, DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import { programme } from '../programme/programme.ts'
import { lab, usecasesOn } from './workshops.ts'

export type Day = Partial<Workshop> & { readonly id: string; readonly shares?: SeatQuotas }

/** Workshops of a series as somebody in charge left them, and all that seats are asked and told. */
export function seatsOn(db: Database, clock: Clock, kept = seatStore, several = seatBatchStore) {
  const { zone } = programme
  const stores = { store: workshopStore, seats: kept }
  const waitingList = waitingListUsecases({ ...db, ...stores, clock, zone })
  const ask = <T>(work: (seats: SeatStore) => Promise<T>) => db.read(tx => work(seatStore(tx)))

  return {
    ...waitingList,
    workshops: usecasesOn(db, clock, kept, several),
    answerOf: (id: string, person: string) => ask(seats => seats.find(id, person)),
    availabilityIn: (workshop: Workshop) => db.read(tx => waitingList.availabilityNow(tx, workshop)),
    find: async (id: string): Promise<Workshop> => {
      const found = await db.read(tx => workshopStore(tx).find(id))
      if (!found) throw new Error(`there is no ${id}`)
      return found
    },

    /** All that people answered, in no order. */
    answers: (id: string) =>
      db.read(tx => open(tx).selectFrom('registration').selectAll().where('workshop_id', '=', id).execute()),

    /** Announces it without a channel, with what falls due. `starts`: days from now. */
    async add({ id, shares, ...day }: Day, starts = 10): Promise<Workshop> {
      const startsAt = clock.now() + starts * DAY
      const counts = { seatsTaken: 0, directions: 0, revision: 0, moved: 'nothing' } as const
      const said = { title: `Journée ${id}`, description: '', axis: 'territoires', place: 'Albi', link: '' }
      const when = { startsAt, endsAt: startsAt + 3 * HOUR, createdAt: clock.now(), changedAt: clock.now() }
      const workshop = {
        ...PLAIN,
        ...said,
        ...when,
        ...counts,
        capacity: 10,
        organiser: lab.id,
        ...day,
        id,
      }
      await db.transact(async tx => {
        await workshopStore(tx).add(workshop)
        await seatStore(tx).putQuotas(id, shares ?? new Map())
        const { releaseAt } = workshop
        if (releaseAt !== null && releaseAt > clock.now()) await db.note(tx, reallocationFact(id, releaseAt))
      })
      return workshop
    },

    /** What an organiser changes of it. */
    change: (id: string, { shares, ...change }: Partial<Day>): Promise<Workshop> =>
      db.transact(async tx => {
        const before = await workshopStore(tx).lock(id)
        if (!before) throw new Error(`there is no ${id}`)
        const after = { ...before, ...change }
        await workshopStore(tx).change(after)
        if (shares) await seatStore(tx).putQuotas(id, shares)
        return waitingList.recomputeAfterChange(tx, after)
      }),

    /** Does what fell due for seats. @returns the workshops that were looked at, in order */
    async settleAll(): Promise<readonly string[]> {
      const looked: string[] = []
      for (let taken = await db.queue.take(); taken; taken = await db.queue.take()) {
        const { kind, payload } = taken.fact
        await db.queue.finish(taken.id)
        if (kind !== 'workshops.settle') continue
        looked.push(String(payload.workshop))
        await waitingList.reallocateDueSeats(String(payload.workshop))
      }
      return looked
    },
  }
}
