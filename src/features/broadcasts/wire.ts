import type { Wiring } from '../../conversation/wiring.ts'
import type { BallotUsecases } from '../ballots/index.ts'
import type { ChannelUsecases } from '../channels/index.ts'
import type { BatchUsecases, MessageUsecases } from '../messages/index.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import type { WorkshopUsecases } from '../workshops/index.ts'
import { audienceStore } from './audience/store.ts'
import { broadcastHandlers } from './broadcast/handlers.ts'
import { type AnswerParts, answersOf } from './broadcast/reply-handlers.ts'
import { broadcastRoutes } from './broadcast/routes.ts'
import { broadcastStore } from './broadcast/store.ts'
import { broadcastUsecases } from './broadcast/usecases.ts'
import { previewing } from './drafts/preview-handlers.ts'
import { channelPostStore } from './sending/channels-store.ts'

type Deps = {
  readonly programme: Programme
  readonly people: PeopleUsecases
  readonly channels: ChannelUsecases
  readonly messages: MessageUsecases
  readonly batches: BatchUsecases
  readonly workshops: WorkshopUsecases
  readonly ballots: BallotUsecases
  /** Messages a second, for all of the tenant. */
  readonly rates: { readonly perSecond: number }
}

/** `render` comes with the wiring: the tab shows the card that will go out. */
export function wireBroadcasts(
  wiring: Wiring & Pick<AnswerParts, 'render'>,
  { people, rates, ...deps }: Deps,
) {
  const { directions } = deps.programme
  const stores = { store: broadcastStore, posts: channelPostStore, people: audienceStore }
  const usecases = broadcastUsecases({ ...wiring, ...deps, ...stores, directions, sendRate: rates.perSecond })
  const parts = { ...wiring, ...deps, people, broadcasts: usecases }
  const handlers = broadcastHandlers(parts)
  const preview = previewing(parts, answersOf(parts))
  /** What became of each post: a message, a post of this feature, or another's. */
  const answered: MessageUsecases['answered'] = async end => {
    await deps.messages.answered(end)
    await usecases.answered(end)
  }
  return { usecases, handlers, routes: broadcastRoutes({ broadcasts: usecases, preview }), answered }
}
