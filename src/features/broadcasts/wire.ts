import type { Wiring } from '../../conversation/wiring.ts'
import type { AuditDeferred } from '../../kernel/access/audit.ts'
import type { BallotUsecases } from '../ballots/index.ts'
import type { ChannelUsecases } from '../channels/index.ts'
import type { BatchUsecases, MessageUsecases } from '../messages/index.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import type { WorkshopUsecases } from '../workshops/index.ts'
import { audienceStore } from './audience/store.ts'
import { audienceUsecases, type SeriesReads } from './audience/usecases.ts'
import { choiceUsecases } from './broadcast/choices-usecases.ts'
import { broadcastHandlers, listReplies } from './broadcast/handlers.ts'
import { drawing } from './broadcast/message-handlers.ts'
import { broadcastReplies } from './broadcast/reply-handlers.ts'
import { broadcastRoutes } from './broadcast/routes.ts'
import { broadcastStore } from './broadcast/store.ts'
import { broadcastUsecases } from './broadcast/usecases.ts'
import { broadcastViews } from './broadcast/view-routes.ts'
import { draftVerbs } from './drafts/handlers.ts'
import { previewsOf } from './drafts/preview-cards.ts'
import { draftRoutes } from './drafts/routes.ts'
import { draftUsecases } from './drafts/usecases.ts'
import { planningFacts, planningVerbs } from './planning/handlers.ts'
import { planningRoutes } from './planning/routes.ts'
import { planningUsecases } from './planning/usecases.ts'
import { batchSending } from './sending/batches-usecases.ts'
import { channelPostStore } from './sending/channels-store.ts'
import { channelPosting } from './sending/channels-usecases.ts'
import { deliveryFacts, deliveryVerbs } from './sending/delivery-handlers.ts'
import { sendingVerbs } from './sending/handlers.ts'
import { sendingBroadcasts } from './sending/open-count-store.ts'
import { sendingRoutes } from './sending/routes.ts'
import { sendingUsecases, startingBroadcasts } from './sending/usecases.ts'

type Deps = {
  readonly programme: Programme
  readonly people: Pick<PeopleUsecases, 'actor' | 'reachOf'>
  readonly channels: Pick<ChannelUsecases, 'find' | 'targets'>
  readonly messages: Pick<MessageUsecases, 'tell' | 'claim' | 'show' | 'answered'>
  readonly batches: BatchUsecases
  readonly workshops: Pick<WorkshopUsecases, 'show' | 'posted' | 'lately'> & SeriesReads
  readonly ballots: Pick<BallotUsecases, 'show' | 'posted' | 'running'>
  /** Whether the programme was closed: nothing begins then. */
  readonly isClosed: () => Promise<boolean>
  /** Keeps in the journal what leaves by itself. */
  readonly auditDeferred: AuditDeferred
  /** Tenant-wide rate limit, in messages per second. */
  readonly rates: { readonly perSecond: number }
}

/** `render` comes with the wiring because the tab shows the card as it will be sent. */
type Shared = Wiring & Pick<Parameters<typeof previewsOf>[0], 'render'>

const STOPPED_AT_ONCE = 50

function broadcastRooms(wiring: Shared, deps: Deps) {
  const { transact, read, once, note, audit, clock, ids } = wiring
  const { programme, channels, messages, batches, workshops, ballots, rates, isClosed, auditDeferred } = deps
  const store = broadcastStore
  const address = audienceUsecases({
    store: audienceStore,
    read,
    clock,
    directions: programme.directions,
    channels,
    workshops,
    ballots,
    batches,
  })
  const posting = channelPosting({ store, posts: channelPostStore, transact, read, note })
  const starting = startingBroadcasts({ store, address, posting, note, clock })
  const sending = sendingUsecases({ store, starting, posting, transact, read, note, audit, clock })
  return {
    posting: posting.usecases,
    choosing: choiceUsecases({ workshops, ballots }),
    broadcasts: broadcastUsecases({
      store,
      read,
      address,
      batches,
      sendRate: rates.perSecond,
      channelRows: (tx, id) => channelPostStore(tx).all(id),
    }),
    drafts: draftUsecases({ store, address, transact, once, note, audit, clock, ids }),
    sending,
    planning: planningUsecases({
      store,
      address,
      starting,
      sending,
      batches,
      isClosed,
      transact,
      read,
      note,
      audit,
      auditDeferred,
      clock,
    }),
    batchSending: batchSending({ store, people: audienceStore, transact, read, note, messages, batches }),
  }
}

export function wireBroadcasts(wiring: Shared, deps: Deps) {
  const { words, clock, ids, home, render } = wiring
  const { programme, people, channels, messages, workshops, ballots } = deps
  const rooms = broadcastRooms(wiring, deps)
  const { posting, choosing, broadcasts, drafts, sending, planning, batchSending: parts } = rooms
  const { titles: titlesOf, choices } = choosing
  const replies = broadcastReplies({ titlesOf, workshops, ballots, programme, words, clock })
  const draw = drawing(titlesOf, replies)
  const list = listReplies({ broadcasts, titlesOf }, replies)
  const shown = broadcastHandlers(list)
  const views = broadcastViews({ broadcasts, titlesOf })
  const preview = previewsOf({ show: broadcasts.show, draw, render, home })
  /** End of every post: a message, a post of this feature, or another's. */
  const answered: MessageUsecases['answered'] = async end => {
    await messages.answered(end)
    await posting.answered(end)
  }
  return {
    handlers: {
      commands: shown.commands,
      verbs: {
        ...shown.verbs,
        ...draftVerbs({ broadcasts, choices, drafts, list, programme, words, ids }, replies),
        ...sendingVerbs({ broadcasts, sending, words }, replies),
        ...planningVerbs({ broadcasts, planning, words }, replies),
        ...deliveryVerbs({ broadcasts, messages, draw }),
      },
      facts: {
        ...planningFacts({ planning }),
        ...deliveryFacts({
          broadcasts,
          batchSending: parts,
          posting,
          draw,
          messages,
          people,
          channels,
          home,
        }),
      },
    },
    routes: [
      ...broadcastRoutes({ broadcasts, choices }, views),
      ...draftRoutes({ drafts, preview }, views),
      ...sendingRoutes(sending, views),
      ...planningRoutes({ planning, zone: wiring.zone }, views),
    ],
    /** When the programme ends: a page of those that somebody is still to get, and how one is stopped. */
    ending: { left: () => wiring.read(tx => sendingBroadcasts(tx, STOPPED_AT_ONCE)), end: planning.end },
    answered,
  }
}
