import { type Clock, MINUTE } from '../../kernel/clock.ts'
import type { Note } from '../../kernel/outbox.ts'
import type { Transact, Tx } from '../../kernel/tx.ts'
import type { MessageUsecases } from '../messages/index.ts'
import { lapsedFact, type Offer, reasonOf } from './offer.ts'
import type { SeatStore } from './settling-usecases.ts'

type Parts = {
  readonly seats: (tx: Tx) => SeatStore
  readonly transact: Transact
  readonly note: Note
  readonly clock: Clock
  readonly messages: Pick<MessageUsecases, 'tell'>
}

export type OfferUsecases = ReturnType<typeof offerUsecases>

export function offerUsecases({ seats, transact, note, clock, messages }: Parts) {
  return {
    /** Tells the person that a seat is kept for them, as long as it is. */
    tell: (offer: Offer): Promise<void> =>
      transact(async tx => {
        const { workshop, person, until } = offer
        const kept = await seats(tx).find(workshop, person)
        if (kept?.answer !== 'offered' || kept.offeredUntil !== until || until <= clock.now()) return
        const subject = { workshop, at: until }
        const about = { topic: 'seat-offered', reason: reasonOf(offer), subject, by: 'workshops' } as const
        await messages.tell(tx, { ...about, person, until })
        // A minute later the seat has gone to somebody else.
        await note(tx, lapsedFact(offer, until + MINUTE))
      }),
  }
}
