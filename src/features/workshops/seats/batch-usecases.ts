import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { Workshop } from '../workshop/domain.ts'
import type { WorkshopStore } from '../workshop/usecases.ts'
import { dayKeyOf } from './domain.ts'
import { type SeatBatchStore, seatLedger } from './ledger-usecases.ts'
import { seatAllocation } from './usecases.ts'
import { type SeatStore, waitingListUsecases } from './waiting-list-usecases.ts'

type Parts = {
  readonly store: (tx: Tx) => Pick<WorkshopStore, 'lock'>
  readonly seats: (tx: Tx) => SeatStore
  readonly several: (tx: Tx) => SeatBatchStore
  readonly transact: Transact
  readonly note: Note
  readonly clock: Clock
  readonly zone: string
  readonly tellable?: (at: number) => Promise<number>
  readonly people: Pick<PeopleUsecases, 'tookPart'>
}

export type SeatBatches = ReturnType<typeof seatBatches>
export type SeatBatch = Awaited<ReturnType<SeatBatches>>

/** Several acts on the seats of one locked workshop, decided one after another, read and stored together. */
export function seatBatches(parts: Parts) {
  const { store, seats, several, transact, note, clock, zone, tellable, people } = parts

  async function ledgerOf(tx: Tx, workshop: Workshop, who: readonly string[]) {
    const { id } = workshop
    const dayKey = dayKeyOf(workshop, zone)
    const asked = [...new Set(who)]
    return seatLedger(seats(tx), {
      workshop,
      people: asked,
      dayKey,
      own: await several(tx).findAll(id, asked),
      held: await seats(tx).held(id),
      facilitators: await several(tx).facilitatorsAmong(id, asked),
      seated: dayKey === null ? new Set<string>() : await several(tx).seatedAmong(asked, dayKey, id),
    })
  }

  return async (tx: Tx, locked: Workshop, who: readonly string[]) => {
    const ledger = await ledgerOf(tx, locked, who)
    const { attempt, workshop } = ledger
    const own = { seats: () => ledger.seats, clock, zone }
    const later = tellable && { tellable }
    const waitingList = waitingListUsecases({ ...own, ...later, store, transact, note: ledger.note })
    return {
      attempt,
      workshop,
      waitingList,
      allocation: seatAllocation({ ...own, waitingList, people: { tookPart: ledger.tookPart } }),

      /** Stores what was decided; the caller counts again. @returns whether anything changed */
      async store(): Promise<boolean> {
        const { registrations, facts, took, lastNo } = ledger.written()
        // By person, as every batch does: two of one day cannot deadlock.
        const rows = [...registrations.values()].toSorted((one, other) =>
          one.person < other.person ? -1 : 1,
        )
        if (rows.length > 0) await several(tx).putAll(rows)
        if (lastNo !== undefined) await several(tx).numbered(locked.id, lastNo)
        await people.tookPart(tx, ...took)
        for (const fact of facts) await note(tx, fact)
        return rows.length > 0
      },
    }
  }
}
