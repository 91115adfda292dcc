import type { Actor } from '../../../kernel/access/actor.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRequest, ApiRoute } from '../../../kernel/requests/route.ts'
import type {
  BroadcastAudience,
  BroadcastFigures,
  BroadcastRehearsal,
  BroadcastView,
} from '../../../tabs/contract/broadcasts.ts'
import { idParams } from '../../../tabs/contract/primitives.ts'
import { type Rehearsal, shownChoices } from '../audience/rehearsal.ts'
import type { BroadcastChoiceUsecases } from './choices-usecases.ts'
import type { BroadcastTitles, StartPlan } from './domain.ts'
import { type BroadcastSeen, type Progress, shownLater } from './progress.ts'
import type { BroadcastUsecases } from './usecases.ts'

/** Counts of the installation, for organisers and observers only. */
const shown = (count: number) => exact('reach', count)

function figuresOf(progress: Progress): BroadcastFigures {
  const { tally } = progress
  const { recipients, sent, waiting, unreachable, blocked, notInstalled, unknown, stopped, others } = tally
  return {
    recipients: shown(recipients),
    handled: shown(recipients - waiting),
    sent: shown(sent),
    waiting: shown(waiting),
    unreachable: shown(unreachable),
    blocked: shown(blocked),
    notInstalled: shown(notInstalled),
    unknown: shown(unknown),
    stopped: shown(stopped),
    others: shown(others),
    later: shownLater(progress),
  }
}

function rehearsalView(rehearsal: Rehearsal): BroadcastRehearsal {
  const { recipients, reached, blocked, notInstalled, noAccount, observers } = rehearsal
  return {
    recipients: shown(recipients),
    reached: shown(reached),
    ...shownChoices(rehearsal),
    blocked: shown(blocked),
    notInstalled: shown(notInstalled),
    noAccount: shown(noAccount),
    observers: shown(observers),
  }
}

function planView({ at, off }: StartPlan): StartPlan {
  return { at, ...(off && { off }) }
}

function viewOf(
  { broadcast, progress, rehearsal, proposedAt }: BroadcastSeen,
  titles: BroadcastTitles,
): BroadcastView {
  const { id, text, audience, thing, version, again, createdAt, startedAt, until, plan } = broadcast
  const { stage: state, leavesAt, endsAt, perSecond } = progress
  return {
    id,
    text,
    audience: audience as BroadcastAudience,
    state,
    version,
    again,
    createdAt,
    titles,
    figures: figuresOf(progress),
    ...(thing && { thing }),
    ...(startedAt !== undefined && { startedAt }),
    ...(leavesAt !== undefined && { leavesAt }),
    ...(endsAt !== undefined && { endsAt }),
    ...(until !== undefined && { goesUntil: until }),
    ...(perSecond !== undefined && { perSecond }),
    ...(plan && { plan: planView(plan) }),
    ...(proposedAt !== undefined && { proposedAt }),
    ...(rehearsal && { rehearsal: rehearsalView(rehearsal) }),
  }
}

export const idIn = ({ params }: ApiRequest) => parse(idParams, params).id

type Parts = {
  readonly broadcasts: Pick<BroadcastUsecases, 'show'>
  readonly titlesOf: BroadcastChoiceUsecases['titles']
}

export type BroadcastViews = ReturnType<typeof broadcastViews>

/** A broadcast as the tab shows it. */
export function broadcastViews({ broadcasts, titlesOf }: Parts) {
  const ofSeen = async (seen: BroadcastSeen) => viewOf(seen, await titlesOf(seen.broadcast))
  const view = async (actor: Actor, id: string) => ofSeen(await broadcasts.show(actor, id))

  /** Route of an act, which answers the broadcast after it. */
  const act = (path: string, run: (id: string, request: ApiRequest) => Promise<void>): ApiRoute => ({
    method: 'post',
    path: `/broadcasts/:id/${path}`,
    run: async request => {
      await run(idIn(request), request)
      return view(request.actor, idIn(request))
    },
  })

  return { ofSeen, view, act }
}
