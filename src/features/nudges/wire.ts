import type { Wiring } from '../../conversation/wiring.ts'
import type { BallotUsecases, ClosingUsecases } from '../ballots/index.ts'
import type { ChannelUsecases } from '../channels/index.ts'
import type { CommitmentUsecases, DueUsecases } from '../commitments/index.ts'
import type { IdeaUsecases } from '../ideas/index.ts'
import type { MessageUsecases } from '../messages/index.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import type { DirectionUsecases, ReminderUsecases, WorkshopUsecases } from '../workshops/index.ts'
import { actedStore } from './effect/store.ts'
import { actedUsecases, LOOK } from './effect/usecases.ts'
import { nudgeHandlers } from './nudge/handlers.ts'
import { nudgeRoutes } from './posts/routes.ts'
import { postStore } from './posts/store.ts'
import { postUsecases, reposted } from './posts/usecases.ts'
import { weekUsecases } from './posts/week-usecases.ts'
import type { DigestParts } from './rules/digest-usecases.ts'
import { pilotFinders } from './rules/pilot-usecases.ts'
import { kindOf, LOOKS, nextOf } from './rules/schedule.ts'
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
  readonly ideas: Pick<IdeaUsecases, 'waitingSince' | 'axesSince' | 'answer' | 'byIds'>
  readonly ballots: BallotUsecases & ClosingUsecases
  readonly commitments: CommitmentUsecases & DueUsecases
}

export function wireNudges(wiring: Wiring, deps: Deps) {
  const nudges = nudgeUsecases({ ...wiring, ...deps, ...deps.preferences })
  const posts = postUsecases({ ...wiring, ...deps, posts: postStore })
  const acted = actedUsecases({ ...wiring, ...deps, acted: actedStore })
  const handlers = nudgeHandlers({ ...wiring, ...deps, nudges, posts, acted })
  const rules = deps.programme.nudges.filter(({ off }) => !off)
  const looks = { kind: LOOK, next: nextOf(LOOKS, wiring.zone) }
  const schedules = [looks, ...rules.map(rule => ({ kind: kindOf(rule), next: nextOf(rule, wiring.zone) }))]
  const { 'axis-silent': silent } = pilotFinders({ ...wiring, ...deps })
  const week = weekUsecases({ ...deps, silent, posts })
  return { usecases: nudges, handlers, routes: nudgeRoutes(week, posts), schedules, reposted }
}
