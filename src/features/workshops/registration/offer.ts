import type { Fact } from '../../../kernel/storage/outbox.ts'

/** A seat that is kept for somebody who waited. `until`: milliseconds. */
export type Offer = { readonly workshop: string; readonly person: string; readonly until: number }

/** Names the occasion: whoever lets one pass and waits again may be offered another. */
export function reasonOf({ workshop, until }: Offer): string {
  return `seat-offered:${workshop}:${until}`
}

/** If nobody confirmed by then, what the person was told says so. */
export function lapsedFact(offer: Offer, dueAt: number): Fact {
  return { kind: 'workshops.lapsed', payload: offer, dueAt }
}

/** The person answered in their tab: what they were told in their chat says so. */
export function answeredFact(offer: Offer): Fact {
  return { kind: 'workshops.offer-answered', payload: offer, mergeKey: reasonOf(offer) + offer.person }
}

export function offerOf({ payload }: Fact): Offer {
  const { workshop, person, until } = payload
  return { workshop: String(workshop), person: String(person), until: Number(until) }
}
