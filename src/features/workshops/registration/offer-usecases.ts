import type { Actor } from '../../../kernel/access/actor.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { type Clock, MINUTE } from '../../../kernel/time/clock.ts'
import type { MessageUsecases } from '../../messages/index.ts'
import type { SeatStore } from '../seats/waiting-list-usecases.ts'
import { answeredFact, lapsedFact, type Offer, reasonOf } from './offer.ts'

type Parts = {
  readonly seats: (tx: Tx) => Pick<SeatStore, 'find'>
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly clock: Clock
  readonly messages: Pick<MessageUsecases, 'tell' | 'subjectsOf'>
}

export type OfferUsecases = ReturnType<typeof offerUsecases>

export function offerUsecases({ seats, transact, read, note, clock, messages }: Parts) {
  /** The person's pending offers for the workshop of which they were notified. */
  async function notifiedOffers(person: string, workshop: string): Promise<readonly Offer[]> {
    const subjects = await read(tx => messages.subjectsOf(tx, person, 'seat-offered'))
    const own = subjects.filter(subject => subject.workshop === workshop)
    return own.map(({ at }) => ({ workshop, person, until: Number(at) }))
  }

  return {
    /** Has the notice in the chat updated after an answer in the tab; does nothing without a notice. */
    async answered({ id }: Pick<Actor, 'id'>, workshop: string): Promise<void> {
      const offers = await notifiedOffers(id, workshop)
      if (offers.length === 0) return
      await transact(async tx => {
        for (const offer of offers) await note(tx, answeredFact(offer))
      })
    },

    /** Notifies the person of the offered seat, if the offer still holds. */
    tell: (offer: Offer): Promise<void> =>
      transact(async tx => {
        const { workshop, person, until } = offer
        const kept = await seats(tx).find(workshop, person)
        if (kept?.answer !== 'offered' || kept.offeredUntil !== until || until <= clock.now()) return
        const subject = { workshop, at: until }
        const about = { topic: 'seat-offered', reason: reasonOf(offer), subject, by: 'workshops' } as const
        await messages.tell(tx, { ...about, person, until })
        // A minute later the expired seat has been offered to the next person.
        await note(tx, lapsedFact(offer, until + MINUTE))
      }),
  }
}
