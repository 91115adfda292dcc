/**
 * What became of what. Each feature notes an event in its own transaction, so that a timeline says what happened and
 * nothing else; reading one is a single indexed read. No event names a supporter or a voter.
 */
export type { EventKind, EventSeen, ThreadEvent } from './domain.ts'
export { type ThreadStore, type ThreadUsecases, threadUsecases } from './usecases.ts'
