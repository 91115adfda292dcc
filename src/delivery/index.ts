/**
 * Hands due facts to the router and its cards to Teams, in order, at the pace Teams allows; knows no feature.
 * A fact that was noted is delivered at least once, whatever dies in between; edits are merged.
 */
export type { Message, Outgoing, PostEnd } from './deliver.ts'
export { createDelivery, type Delivery, type DeliveryParts } from './delivery.ts'
export type { Timer } from './timer.ts'
