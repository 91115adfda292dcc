/**
 * The only way to write to somebody unasked: within working hours, but for what must reach them before (`moment.ts`), at
 * most so many a week over all topics, once for each reason, never what the person stopped. A feature tells, and draws the
 * card when its fact comes due; what became pointless meanwhile it drops.
 */

import type { SilenceUsecases } from './response/silence-usecases.ts'
import type { MessageSending } from './sending/usecases.ts'

export type { Workdays } from './calendar/domain.ts'
export { foot, type MessageFoot } from './message/cards.ts'
export { drawClaimed } from './message/claimed.ts'
export type { Claimed, Message, Subject, Telling, Topic } from './message/domain.ts'
export type { MoveLine } from './message/move.ts'
export type { BatchCount } from './sending/batch.ts'
export type { BatchUsecases, WeekNow } from './sending/batch-usecases.ts'

/** Use-cases of messages for other features. */
export type MessageUsecases = Pick<
  MessageSending,
  | 'tell'
  | 'absorb'
  | 'isDue'
  | 'claim'
  | 'drop'
  | 'show'
  | 'sentMessage'
  | 'answered'
  | 'owed'
  | 'wentOut'
  | 'moves'
  | 'subjectsOf'
  | 'tellable'
  | 'workdays'
> &
  Pick<SilenceUsecases, 'noteActed' | 'noteActedOn' | 'noteAnsweredOn'>
