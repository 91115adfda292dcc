import type { Fact } from '../../../kernel/storage/outbox.ts'

/** A seat offered to somebody from the waiting list. `until`: when it expires, in milliseconds. */
export type Offer = { readonly workshop: string; readonly person: string; readonly until: number }

/** Dedupe key of the notice: each offer to a person has its own. */
export function reasonOf({ workshop, until }: Offer): string {
  return `seat-offered:${workshop}:${until}`
}

/** Updates the notice in the chat once the offer has expired. */
export function lapsedFact(offer: Offer, dueAt: number): Fact {
  return { kind: 'workshops.lapsed', payload: offer, dueAt }
}

/** Updates the notice in the chat after the person answered in their tab. */
export function answeredFact(offer: Offer): Fact {
  return { kind: 'workshops.offer-answered', payload: offer, mergeKey: reasonOf(offer) + offer.person }
}

export function offerOf({ payload }: Fact): Offer {
  const { workshop, person, until } = payload
  return { workshop: String(workshop), person: String(person), until: Number(until) }
}
