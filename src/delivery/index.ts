/**
 * Hands due facts to the router and its cards to Teams, in order within a conversation, at the pace Teams allows; knows
 * no feature. A fact that was noted is acted upon at least once, whatever dies in between; a message is posted at most
 * once, and what nobody can know is said to be unknown. Edits are merged. One process sends at a time.
 */

export { watchClock } from './clock-watch.ts'
export { createDelivery, type Delivery, type DeliveryParts } from './delivery.ts'
export { type CardPost, type DeliveryResult, type PostContent, tellEach } from './outgoing.ts'
export type { Rates } from './tenant-rate.ts'
export type { Timer } from './timer.ts'
