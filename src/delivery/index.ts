/**
 * Delivery of the outbox: hands due facts to the router and the cards to Teams, in order within a conversation,
 * within Teams' rate limits; knows no feature. Facts are handled at least once; a message is posted at most once, and
 * where a crash leaves doubt its state is `unknown`. Edits are merged. One process sends at a time, the holder of the
 * lease.
 */

export { watchClock } from './clock-watch.ts'
export { createDelivery, type Delivery, type DeliveryParts } from './delivery.ts'
export { type CardPost, type DeliveryResult, notifyEach, type PostContent } from './outgoing.ts'
export type { Rates } from './tenant-rate.ts'
export type { Timer } from './timer.ts'
