import type { Wiring } from '../../conversation/wiring.ts'
import type { Limits } from '../../kernel/requests/limits.ts'
import { dateIn } from '../../kernel/time/time-zone.ts'
import type { BallotUsecases, ClosingUsecases } from '../ballots/index.ts'
import type { ChannelUsecases } from '../channels/index.ts'
import type { CommitmentUsecases, DueUsecases, StoryQueue } from '../commitments/index.ts'
import type { IdeaUsecases } from '../ideas/index.ts'
import type { MessageUsecases, Subject } from '../messages/index.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import type { RecordUsecases, TrialWaitingUsecases } from '../trials/index.ts'
import type { DirectionUsecases, ReminderUsecases, WorkshopUsecases } from '../workshops/index.ts'
import { digestHandlers } from './digest/handlers.ts'
import { queueUsecases } from './digest/queue-usecases.ts'
import { AT_START, weekDrawing } from './digest/render-handlers.ts'
import { digestUsecases } from './digest/usecases.ts'
import { actedStore } from './effect/store.ts'
import { actedUsecases, LOOK } from './effect/usecases.ts'
import { nudgeHandlers } from './nudge/handlers.ts'
import { drawing } from './nudge/render-handlers.ts'
import { thingOf } from './posts/domain.ts'
import { postHandlers } from './posts/handlers.ts'
import { nudgeRoutes } from './posts/routes.ts'
import { postStore } from './posts/store.ts'
import { postUsecases } from './posts/usecases.ts'
import { weekUsecases } from './posts/week-usecases.ts'
import type { DigestParts } from './rules/digest-usecases.ts'
import { reasonOf } from './rules/domain.ts'
import { pilotFinders } from './rules/pilot-usecases.ts'
import { LOOKS, nextOf, runsOf } from './rules/schedule.ts'
import { nudgeUsecases } from './rules/usecases.ts'

type Deps = {
  readonly programme: Programme
  readonly people: Pick<PeopleUsecases, 'pilots' | 'names'>
  readonly channels: Pick<ChannelUsecases, 'targets' | 'announce' | 'announced'>
  readonly messages: MessageUsecases
  readonly preferences: Pick<DigestParts, 'preferences'>
  readonly workshops: WorkshopUsecases &
    DirectionUsecases &
    ReminderUsecases & { readonly calendarOf: (workshop: string) => string }
  readonly ideas: Pick<
    IdeaUsecases,
    | 'answer'
    | 'axesSince'
    | 'byIds'
    | 'nextWaiting'
    | 'show'
    | 'submittedBetween'
    | 'takeBack'
    | 'waitingCursorAfter'
    | 'waitingSince'
  >
  readonly ballots: BallotUsecases & ClosingUsecases
  readonly commitments: CommitmentUsecases & DueUsecases & StoryQueue
  readonly trials: Pick<RecordUsecases, 'thisWeek'> & Pick<TrialWaitingUsecases, 'numbersDue'>
  /** Whether the programme is closed: nobody is reminded of anything then. */
  readonly isClosed: () => Promise<boolean>
  readonly limits: Limits
}

export function wireNudges(wiring: Wiring, deps: Deps) {
  const { transact, read, once, note, audit, log, clock, ids, zone, words, home } = wiring
  const { programme, people, channels, messages, workshops, ideas, ballots, commitments, isClosed } = deps
  const { trials } = deps
  const { preferences } = deps.preferences
  const things = { workshops, ideas, ballots, commitments }
  const rules = { transact, once, note, log, clock, ids, zone, people, programme, messages, ...things }
  const nudges = nudgeUsecases({ ...rules, preferences, isClosed })
  const posts = postUsecases({
    posts: postStore,
    transact,
    read,
    once,
    note,
    audit,
    clock,
    ids,
    programme,
    zone,
    limits: deps.limits,
    workshops,
    ballots,
    channels,
    messages,
  })
  const acted = actedUsecases({ acted: actedStore, transact, read, note, clock, messages, ...things })
  const publishedAt = async (subject: Subject) => {
    const thing = thingOf(subject)
    return thing && posts.publishedAt({ ...thing, direction: String(subject.direction ?? '') })
  }
  const drawn = drawing({ nudges, people, programme, words, clock, publishedAt, ...things })
  const digest = digestUsecases({ ideas, posts, programme, clock, zone })
  const queue = queueUsecases({ ideas })
  const draw = weekDrawing({
    digest,
    queue,
    drawn,
    storiesWait: commitments.storiesWait,
    trials,
    programme,
    words,
    clock,
  })
  const reminders = nudgeHandlers({
    nudges,
    drawn,
    drawDigest: (actor, message, typed) => draw(actor, message, { ...AT_START, typed: typed ?? '' }),
    acted,
    messages,
    ideas,
    programme,
    words,
    isClosed,
  })
  const { sourceOf, again } = reminders
  const weekly = digestHandlers({ ideas, messages, posts, programme, words, draw, sourceOf, again })
  const published = postHandlers({ posts, channels, people, programme, words, home, ids }, sourceOf, again)
  const looks = { kind: LOOK, next: nextOf(LOOKS, zone) }
  const schedules = [looks, ...programme.ruleIds.map(id => runsOf(id, programme, zone))]
  const { 'axis-silent': silent } = pilotFinders({ clock, zone, programme, messages, ...things })
  const week = weekUsecases({ programme, silent, posts })
  return {
    handlers: {
      verbs: { ...reminders.handlers.verbs, ...published.verbs, ...weekly.verbs },
      facts: { ...reminders.handlers.facts, ...published.facts },
    },
    routes: [...nudgeRoutes(week, posts)],
    schedules,
    erasures: [posts.leave],
    /** Under which reasons people are reminded of their seat at a workshop, on the day before. */
    reminderReasons: (workshop: string, startsAt: number): readonly string[] =>
      programme.nudges
        .filter(({ kind, off }) => kind === 'my-workshop-tomorrow' && !off)
        .map(rule => reasonOf(rule, workshop, dateIn(startsAt, zone))),
  }
}
