/**
 * The only way to write to somebody unasked: within working hours, but for what must reach them before (`moment.ts`), at
 * most so many a week over all topics, once for each reason, never what the person stopped. A feature tells, and draws the
 * card when its fact comes due; what became pointless meanwhile it drops.
 */
export type { BatchCount } from './batch.ts'
export type { BatchUsecases, WeekNow } from './batch-usecases.ts'
export type { Workdays } from './calendar.ts'
export { foot } from './cards.ts'
export type { Claimed, Message, Subject, Telling, Topic } from './domain.ts'
export { type MessageUsecases, messageUsecases } from './usecases.ts'
