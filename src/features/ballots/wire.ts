import type { Wiring } from '../../conversation/wiring.ts'
import { drawnFrom } from '../../kernel/crypto/keyed-random.ts'
import type { ChannelUsecases } from '../channels/index.ts'
import type { IdeaUsecases } from '../ideas/index.ts'
import type { MessageUsecases } from '../messages/index.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import type { DirectionUsecases, ReminderUsecases, WorkshopUsecases } from '../workshops/index.ts'
import { audienceUsecases } from './ballot/audience-usecases.ts'
import { ballotContext } from './ballot/context-usecases.ts'
import { listUsecases } from './ballot/list-usecases.ts'
import { optionHandlers } from './ballot/option-handlers.ts'
import { optionUsecases } from './ballot/option-usecases.ts'
import { ballotReplies } from './ballot/reply-handlers.ts'
import { ballotRoutes } from './ballot/routes.ts'
import { ballotStore } from './ballot/store.ts'
import { showUsecases } from './ballot/usecases.ts'
import { ballotFormUsecases } from './drafting/form-choices-usecases.ts'
import { draftingHandlers } from './drafting/handlers.ts'
import { draftingRoutes } from './drafting/routes.ts'
import { ballotCheckUsecases } from './drafting/usecases.ts'
import { lifecycleHandlers } from './lifecycle/handlers.ts'
import { lastDayUsecases } from './lifecycle/last-day-usecases.ts'
import { totalsReplies } from './lifecycle/reply-handlers.ts'
import { lifecycleRoutes } from './lifecycle/routes.ts'
import { lifecycleUsecases } from './lifecycle/usecases.ts'
import { previewsOf } from './publication/cards.ts'
import { publicationHandlers } from './publication/handlers.ts'
import { ballotSearchHandlers } from './publication/search-handlers.ts'
import { ballotSearch } from './publication/search-usecases.ts'
import { resultRoutes } from './results/routes.ts'
import { turnoutStore } from './results/turnout-store.ts'
import { closingUsecases } from './results/turnout-usecases.ts'
import { resultUsecases } from './results/usecases.ts'
import { voterErasureStore } from './secrecy/erasure-store.ts'
import { voterErasureUsecases } from './secrecy/erasure-usecases.ts'
import { secretHandlers } from './secrecy/handlers.ts'
import { secretStore } from './secrecy/store.ts'
import { type SecretParts, secretUsecases } from './secrecy/usecases.ts'
import { tableVoteHandlers } from './table-votes/handlers.ts'
import { tableVoteRoutes } from './table-votes/routes.ts'
import { tableVoteUsecases } from './table-votes/usecases.ts'
import { voteHandlers } from './voting/handlers.ts'
import { voteRoutes } from './voting/routes.ts'
import { voteStore } from './voting/store.ts'
import { voteUsecases } from './voting/usecases.ts'

type Deps = Pick<SecretParts, 'ballotSecrets' | 'scrub'> & {
  /** Keys what is left of a voter who is erased. */
  readonly linkSecret: string
  readonly programme: Programme
  readonly channels: Pick<ChannelUsecases, 'targets' | 'announce' | 'announced' | 'announcedOf' | 'list'>
  readonly ideas: Pick<IdeaUsecases, 'byIds' | 'top' | 'tellTouched' | 'posted' | 'harvesting' | 'ofTable'>
  readonly people: Pick<PeopleUsecases, 'tookPart'>
  readonly messages: Pick<MessageUsecases, 'workdays' | 'tellable'>
  readonly workshops: Pick<WorkshopUsecases, 'posted' | 'takingPlace' | 'lately'> &
    ReminderUsecases &
    Pick<DirectionUsecases, 'soon'>
}

type Shared = Wiring & { readonly render: Parameters<typeof previewsOf>[0]['render'] }

/** The use-cases of each room, made left to right. */
function ballotRooms(wiring: Shared, deps: Deps) {
  const { transact, read, once, note, audit, clock, ids, log, zone, words, home } = wiring
  const { programme, channels, ideas, people, messages, workshops, linkSecret } = deps
  const draw = drawnFrom(linkSecret)
  const store = ballotStore
  const { ballotSecrets, scrub } = deps
  const secrets = secretUsecases({ secretStore, ballotSecrets, scrub, transact, read, note, clock, log })
  const erasure = voterErasureUsecases({ marks: voterErasureStore, secrets, clock, linkSecret })
  const audience = audienceUsecases({ programme, workshops, channels })
  const context = ballotContext({
    store,
    votes: voteStore,
    note,
    clock,
    isCounted: secrets.isCounted,
    votedSecretly: secrets.votedIn,
    audience,
  })
  const reading = { store, read, clock, audience, context }
  const shown = showUsecases(reading)
  const lists = listUsecases(reading)
  const options = optionUsecases({ store, transact, context })
  const checks = ballotCheckUsecases({ clock, channels, ideas, workshops, programme, secrets, audience })
  const offering = ballotFormUsecases({ channels, workshops, clock })
  const turnout = { store, turnout: turnoutStore, read, clock, programme, draw }
  const closing = closingUsecases({ ...turnout, workshops })
  const results = resultUsecases({ ...turnout, votes: voteStore })
  const lastDays = lastDayUsecases({ store, transact, read, note, clock, zone, messages })
  const { check } = checks
  const lifecycle = lifecycleUsecases({
    store,
    transact,
    once,
    note,
    audit,
    clock,
    ids,
    channels,
    ideas,
    audience,
    context,
    check,
    secrets,
    lastDays,
  })
  const voting = voteUsecases({
    store,
    votes: voteStore,
    transact,
    read,
    clock,
    tookPart: people.tookPart,
    audience,
    context,
    secrets,
    checkFirst: erasure.checkFirst,
  })
  const tableVotes = tableVoteUsecases({
    ideas,
    tableQuestion: table => words(home).say('ballot.table.question', { table }),
    clock,
    store,
    read,
    openDraft: lifecycle.openDraft,
    show: shown.show,
  })
  return {
    secrets,
    erasure,
    shown,
    lists,
    options,
    checks,
    offering,
    closing,
    results,
    lastDays,
    lifecycle,
    voting,
    tableVotes,
  }
}

type Rooms = ReturnType<typeof ballotRooms>
type Previews = ReturnType<typeof previewsOf>

function ballotHandlers(wiring: Shared, deps: Deps, rooms: Rooms, previews: Previews) {
  const { words, home, ids, clock } = wiring
  const { programme, channels, ideas } = deps
  const { shown, lists, checks, offering, results, lastDays, lifecycle } = rooms
  const { show, posted } = shown
  const { announced } = channels
  const replies = ballotReplies({ words, programme })
  const { totalsReply } = totalsReplies({ words, replies })
  const option = optionHandlers({ retitle: rooms.options.retitle, ideaPosted: ideas.posted, words, home })
  const secret = secretHandlers({ scrub: rooms.secrets.scrub })
  const drafting = draftingHandlers({
    offered: offering.offered,
    check: checks.check,
    previews,
    ideas,
    programme,
    words,
    ids,
    clock,
    replies,
  })
  const { form } = drafting
  const opening = lifecycleHandlers({ show, lifecycle, announced, words, replies, totalsReply, form })
  const vote = voteHandlers({
    running: lists.running,
    waiting: lists.waiting,
    awaiting: lists.awaiting,
    show,
    voting: rooms.voting,
    byDirection: results.byDirection,
    words,
    replies,
    totalsReply,
  })
  const { openTable } = rooms.tableVotes
  const table = tableVoteHandlers({ openTable, ideas, words, ids, replies, totalsReply })
  const publication = publicationHandlers({
    shown: posted,
    lately: lists.lately,
    conclude: lifecycle.conclude,
    lastDays,
    announced,
    programme,
    words,
    home,
    cardContextOf: replies.cardContextOf,
  })
  const ballots = ballotSearch({ agenda: lists.agenda, posted })
  return {
    commands: vote.commands,
    verbs: { ...drafting.verbs, ...opening.verbs, ...table.verbs, ...vote.verbs },
    facts: { ...option.facts, ...secret.facts, ...opening.facts, ...vote.facts, ...publication.facts },
    searches: ballotSearchHandlers({ ballots, programme, words, home }).searches,
  }
}

/** `render` comes with the wiring: a preview shows the card that will be posted. */
export function wireBallots(wiring: Shared, deps: Deps) {
  const { words, home, clock, render, tabLink } = wiring
  const { programme } = deps
  const previews = previewsOf({ words, programme, home, render, clock })
  const rooms = ballotRooms(wiring, deps)
  const { shown, lists, checks, offering, closing, results, lastDays, lifecycle, voting } = rooms
  const { show, posted } = shown
  const { agenda, running, waiting } = lists
  const { openTable, tableVote } = rooms.tableVotes
  const { closingBy, silent, votedIn, turnouts } = closing
  const { offered, places } = offering
  return {
    usecases: {
      show,
      posted,
      agenda,
      running,
      closingBy,
      silent,
      votedIn,
      turnouts,
      leave: rooms.erasure.leave,
    },
    byDirection: results.byDirection,
    handlers: ballotHandlers(wiring, deps, rooms, previews),
    /** At start: has what an earlier process left undone done. */
    resume: async () => {
      await rooms.secrets.resume()
      await lastDays.resume()
    },
    routes: [
      ...ballotRoutes({ agenda, show }),
      ...resultRoutes(results),
      ...voteRoutes(voting),
      ...draftingRoutes({ offered, checkAll: checks.checkAll, programme, previews, clock }),
      ...lifecycleRoutes({ waiting, agenda, show, lifecycle, places, programme }),
      ...tableVoteRoutes({ openTable, tableVote, tabLink }),
    ],
  }
}
