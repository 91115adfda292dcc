import type { Wiring } from '../../conversation/wiring.ts'
import { drawnFrom } from '../../kernel/crypto/keyed-random.ts'
import { scannedAddress } from '../../kernel/requests/thing-link.ts'
import type { PresentUsecases } from '../attendance/index.ts'
import type { ChannelUsecases } from '../channels/index.ts'
import type { IdeaUsecases } from '../ideas/index.ts'
import type { MessageUsecases } from '../messages/index.ts'
import type { StepUsecases } from '../next-steps/index.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import type {
  DirectionUsecases,
  ReminderUsecases,
  SeatingTableUsecases,
  ShownTableUsecases,
  WorkshopUsecases,
} from '../workshops/index.ts'
import { mayLeave } from './ballot/domain.ts'
import { optionHandlers } from './ballot/option-handlers.ts'
import { ballotReplies } from './ballot/reply-handlers.ts'
import { ballotRoutes } from './ballot/routes.ts'
import { ballotRoom } from './ballot/wire.ts'
import { draftingEntries, draftingRoom } from './drafting/wire.ts'
import { endingBallots } from './lifecycle/open-count-store.ts'
import { lifecycleEntries, lifecycleRoom } from './lifecycle/wire.ts'
import { previewsOf } from './publication/cards.ts'
import { publicationEntries } from './publication/wire.ts'
import { resultRoom } from './results/wire.ts'
import { workshopVotes } from './room-vote/wire.ts'
import type { SecretParts } from './secrecy/usecases.ts'
import { secrecyRoom } from './secrecy/wire.ts'
import { sequelEntries, sequelRoom } from './sequel/wire.ts'
import { voteStore } from './voting/store.ts'
import { voteUsecases } from './voting/usecases.ts'
import { votingEntries } from './voting/wire.ts'

type Deps = Pick<SecretParts, 'ballotSecrets' | 'purge'> & {
  /** Key of the pseudonym that remains of an erased voter. */
  readonly linkSecret: string
  /** Of this server, without a slash at its end; '' where it has none. */
  readonly origin: string
  readonly programme: Programme
  readonly channels: Pick<ChannelUsecases, 'targets' | 'announce' | 'announced' | 'announcedOf' | 'list'>
  readonly ideas: Pick<
    IdeaUsecases,
    | 'byIds'
    | 'top'
    | 'notifyFollowers'
    | 'posted'
    | 'harvesting'
    | 'ofTable'
    | 'leadingAt'
    | 'stepsOn'
    | 'summarisedAt'
  >
  readonly people: Pick<PeopleUsecases, 'tookPart'>
  readonly nextSteps: Pick<StepUsecases, 'shownOn' | 'mayWrite'>
  readonly messages: Pick<MessageUsecases, 'workdays' | 'tellable'>
  readonly workshops: Pick<WorkshopUsecases, 'posted' | 'takingPlace' | 'lately'> &
    ReminderUsecases &
    Pick<DirectionUsecases, 'soon'> &
    Pick<SeatingTableUsecases, 'ownTables' | 'sizeOfTable'> &
    Pick<ShownTableUsecases, 'leaderIn'>
  readonly attendance: Pick<PresentUsecases, 'cameTo' | 'countPresent' | 'visitedBy'>
}

type Shared = Wiring & { readonly render: Parameters<typeof previewsOf>[0]['render'] }

/** The use-cases of each room, made left to right. */
function ballotRooms(wiring: Wiring, deps: Deps) {
  const { transact, read, once, note, audit, clock, ids, log, zone } = wiring
  const { programme, channels, ideas, people, messages, nextSteps, workshops, attendance, linkSecret } = deps
  const { ballotSecrets, purge } = deps
  const votes = voteStore
  const edges = { transact, read, note, clock }
  const secrecy = secrecyRoom({ ...edges, ballotSecrets, purge, log, linkSecret })
  const { secrets, erasure } = secrecy
  const [{ tookPart }, { votedBefore }] = [people, erasure]
  const counted = { read, clock, draw: drawnFrom(linkSecret) }
  const ballot = ballotRoom({
    ...edges,
    programme,
    workshops,
    attendance,
    channels,
    nextSteps,
    ideas,
    zone,
    votes,
    isCounted: secrets.isCounted,
    votedSecretly: secrets.votedIn,
  })
  const { store, audience, sequels, context } = ballot
  const { show } = ballot.shown
  const drafting = draftingRoom({ clock, channels, ideas, workshops, programme, secrets, audience })
  return {
    secrecy,
    ballot,
    drafting,
    following: sequelRoom({ ...edges, store, audit, zone, sequels, ideas, show }),
    outcome: resultRoom({ ...counted, store, votes, programme, workshops, context, sequels }),
    running: lifecycleRoom({
      ...edges,
      store,
      once,
      audit,
      ids,
      zone,
      messages,
      channels,
      ideas,
      audience,
      context,
      check: drafting.check,
      secrets,
      hosts: ballot.hosts,
    }),
    voting: voteUsecases({ ...edges, once, store, votes, tookPart, audience, context, secrets, votedBefore }),
  }
}

const ENDED_AT_ONCE = 50

/** `render` comes with the wiring because a preview shows the card as it will be posted. */
export function wireBallots(wiring: Shared, deps: Deps) {
  const { read, words, home, ids, clock, render, tabLink } = wiring
  const { programme, channels, ideas } = deps
  const { announced } = channels
  const rooms = ballotRooms(wiring, deps)
  const { ballot, secrecy, outcome, voting, following } = rooms
  const { show, posted } = ballot.shown
  const { agenda, roomsOf, running, waiting, awaiting, lately, atTables, countAtTables } = ballot.lists
  const { closing, results } = outcome
  const { lastDays, lifecycle } = rooms.running
  const previews = previewsOf({ words, programme, home, render, clock })
  const replies = ballotReplies({ words, programme })
  const option = optionHandlers({ retitle: ballot.options.retitle, ideaPosted: ideas.posted, words, home })
  const drafting = draftingEntries(rooms.drafting, { previews, ideas, programme, words, ids, clock, replies })
  const opening = lifecycleEntries(rooms.running, {
    show,
    waiting,
    agenda,
    atTables,
    countAtTables,
    places: rooms.drafting.places,
    announced,
    programme,
    words,
    replies,
    form: drafting.handlers.form,
  })
  const { totalsReply } = opening
  const sequel = sequelEntries(following, { show, words, replies, totalsReply })
  const { byDirection } = results
  const votes = { running, waiting, awaiting, show, byDirection, words, replies, totalsReply }
  const vote = votingEntries(voting, votes)
  const atWorkshops = workshopVotes({
    workshops: deps.workshops,
    attendance: deps.attendance,
    hosts: ballot.hosts,
    secrets: secrecy.secrets,
    store: ballot.store,
    openDraft: lifecycle.openDraft,
    ideas,
    clock,
    read,
    show,
    posted,
    ids,
    words,
    home,
    replies,
    totalsReply,
    voteLink: id => scannedAddress({ origin: deps.origin, tabLink }, { kind: 'ballot', id }),
  })
  const publication = publicationEntries({
    shown: posted,
    agenda,
    clock,
    lately,
    conclude: lifecycle.conclude,
    sequels: following,
    lastDays,
    announced,
    programme,
    words,
    home,
    cardContextOf: replies.cardContextOf,
  })
  return {
    usecases: {
      show,
      posted,
      agenda,
      running,
      mayLeave,
      closingBy: closing.closingBy,
      nonVoters: closing.nonVoters,
      votedIn: closing.votedIn,
      turnouts: closing.turnouts,
      stepSubject: following.stepSubject,
      votesAt: outcome.held.votesAt,
      workshopOf: outcome.held.workshopOf,
      openRoomVote: atWorkshops.usecases.openRoomVote,
      roomBallot: atWorkshops.usecases.roomBallot,
      roomOutcome: atWorkshops.usecases.roomOutcome,
    },
    byDirection,
    /** When the programme ends: a page of those that take votes or will, and how one is closed. */
    ending: { left: () => read(tx => endingBallots(tx, clock.now(), ENDED_AT_ONCE)), end: lifecycle.close },
    erasures: [secrecy.erasure.leave],
    handlers: {
      commands: vote.handlers.commands,
      verbs: {
        ...drafting.handlers.verbs,
        ...opening.handlers.verbs,
        ...sequel.handlers.verbs,
        ...atWorkshops.handlers.verbs,
        ...vote.handlers.verbs,
      },
      facts: {
        ...option.facts,
        ...secrecy.handlers.facts,
        ...opening.handlers.facts,
        ...vote.handlers.facts,
        ...publication.handlers.facts,
      },
      searches: publication.handlers.searches,
      links: publication.handlers.links,
    },
    /** At start: resumes what an earlier process left unfinished. */
    resume: async () => {
      await secrecy.secrets.resume()
      await lastDays.resume()
    },
    routes: [
      ...ballotRoutes({ agenda, roomsOf, show }),
      ...outcome.routes,
      ...vote.routes,
      ...drafting.routes,
      ...opening.routes,
      ...sequel.routes,
      ...atWorkshops.routes,
    ],
  }
}
