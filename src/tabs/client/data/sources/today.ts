import type { ChangeTopic } from '../../../../kernel/storage/change-topic.ts'
import type { AnnouncedView } from '../../../contract/announced.ts'
import type { KeptDayView } from '../../../contract/attendance.ts'
import type { BallotView } from '../../../contract/ballots/ballots.ts'
import type { AwaitedView } from '../../../contract/ballots/sequels.ts'
import type { BroadcastView } from '../../../contract/broadcasts.ts'
import type { BindingView } from '../../../contract/channels.ts'
import type { WatchedCommentView } from '../../../contract/ideas/comments.ts'
import type { RegisterCount, RegisterView } from '../../../contract/ideas/register.ts'
import type { OwnStepView } from '../../../contract/next-steps.ts'
import type { PilotView } from '../../../contract/people/handover.ts'
import type { ReachView } from '../../../contract/people/reach.ts'
import type { WeekWorkshopView } from '../../../contract/workshops/checklist.ts'
import type { OpeningTodayView } from '../../../contract/workshops/planning.ts'
import { named, paged, type Readers, whole } from './sources.ts'

/** What may need a hand, each from the feature that owns it. */
export type TodaySources = {
  readonly workshops: readonly KeptDayView[]
  readonly past: readonly KeptDayView[]
  readonly week: readonly WeekWorkshopView[]
  readonly openings: readonly OpeningTodayView[]
  readonly ballots: readonly BallotView[]
  readonly awaited: AwaitedView
  readonly ideas: RegisterCount
  readonly reported: readonly RegisterView[]
  readonly remarks: readonly WatchedCommentView[]
  readonly lateSteps: readonly OwnStepView[]
  readonly ownSteps: readonly OwnStepView[]
  readonly broadcasts: readonly BroadcastView[]
  readonly announced: readonly AnnouncedView[]
  readonly pilots: readonly PilotView[]
  readonly reach: ReachView
  readonly channels: readonly BindingView[]
}

export const TODAY_READERS: Readers<TodaySources> = {
  workshops: named('unread.workshops', paged('/attendance/workshops', 2)),
  past: named('unread.past', paged('/attendance/past')),
  week: named('unread.workshops', paged('/checklist/week', 2)),
  openings: named('unread.workshops', paged('/openings/today')),
  ballots: named('unread.ballots', paged('/ballots')),
  awaited: named('unread.ballots', whole('/ballots/awaited')),
  ideas: named('unread.register', whole('/ideas/register/count')),
  reported: named('unread.reported', paged('/ideas/register?part=reported')),
  remarks: named('unread.remarks', paged('/comments/reported')),
  lateSteps: named('unread.steps', paged('/steps/late')),
  ownSteps: named('unread.steps', paged('/steps')),
  broadcasts: named('unread.broadcasts', paged('/broadcasts')),
  announced: named('unread.announced', paged('/announced')),
  // As long as the programme's list of Directions, 200 at most.
  pilots: named('unread.pilots', paged('/pilots', 4)),
  reach: named('unread.reach', whole('/reach')),
  channels: named('unread.channels', paged('/channels/bindings')),
}

export const TODAY_TOPICS: readonly ChangeTopic[] = [
  'attendance',
  'ballots',
  'broadcasts',
  'channels',
  'ideas',
  'people',
  'programme',
  'workshops',
]
