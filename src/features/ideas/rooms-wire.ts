import type { KeyedRandom } from '../../kernel/crypto/keyed-random.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import type { ChannelUsecases } from '../channels/index.ts'
import type { MessageUsecases } from '../messages/index.ts'
import type { StepUsecases } from '../next-steps/index.ts'
import type { Programme } from '../programme/index.ts'
import type { SeriesUsecases } from '../workshops/index.ts'
import { anonymityRoom } from './anonymity/wire.ts'
import { pendingStore } from './answers/take-back-store.ts'
import { answerRoom } from './answers/wire.ts'
import { boxRoom } from './boxes/wire.ts'
import { commentStore } from './comments/store.ts'
import { commentRoom } from './comments/wire.ts'
import { erasureRoom } from './erasure/wire.ts'
import type { HarvestParts } from './harvest/rights-usecases.ts'
import { harvestRoom } from './harvest/wire.ts'
import { type IdeaContextParts, ideaContext } from './idea/context-usecases.ts'
import type { Small } from './idea/row-store.ts'
import { ideaSteps, tellingSomebody } from './idea/state-usecases.ts'
import { ideaStore as ideaStoreOf } from './idea/store.ts'
import { ideaQueries } from './idea/usecases.ts'
import { mergeStore as mergeStoreOf } from './merging/store.ts'
import { mergeRoom } from './merging/wire.ts'
import { moderationStore as moderationStoreOf } from './moderation/store.ts'
import { moderationRoom } from './moderation/wire.ts'
import { timelineUsecases } from './news/thread-usecases.ts'
import { rankingRoom } from './ranking/wire.ts'
import { searchStore } from './register/search-store.ts'
import { registerRoom } from './register/wire.ts'
import { retrievalStore } from './retrieval/store.ts'
import { retrievalUsecases } from './retrieval/usecases.ts'
import { seriesSummaryRoom } from './series-summary/wire.ts'
import { similarStore } from './similarity/store.ts'
import { similarUsecases } from './similarity/usecases.ts'
import { submissionRoom } from './submission/wire.ts'
import type { Participants } from './summary/usecases.ts'
import { summaryRoom, type VotesHeld } from './summary/wire.ts'
import { answerDueStore } from './support/answer-due-store.ts'
import { answersDue } from './support/answer-due-usecases.ts'
import { supportStore as supportStoreOf } from './support/store.ts'
import { supportUsecases } from './support/usecases.ts'
import type { WallWorkshops } from './wall/rights-usecases.ts'
import { comparing, wallRoom } from './wall/wire.ts'

type RoomParts = Omit<IdeaContextParts, 'ideaStore'> & {
  readonly programme: Pick<Programme, 'axis' | 'axes' | 'direction' | 'directions' | 'thresholds' | 'zone'>
  readonly channels: Pick<ChannelUsecases, 'list' | 'targets' | 'announce' | 'announced'>
  readonly messages: Pick<MessageUsecases, 'tell' | 'wentOut'>
  readonly workshops: HarvestParts['workshops'] & WallWorkshops
  readonly isPresent: HarvestParts['isPresent']
  readonly participants: Participants
  readonly seriesPosted: SeriesUsecases['posted']
  readonly votes: VotesHeld
  readonly nextSteps: Pick<StepUsecases, 'shownOn' | 'allOn'>
  /** Random number in [0, 1), unpredictable. */
  readonly secureChance: () => number
  readonly small: Small
  readonly zone: string
  /** Keeps secret from which support on an idea moves in the ranking. */
  readonly draw: KeyedRandom
}

export type IdeaRooms = ReturnType<typeof ideaRooms>

/** Makes the use-cases of each room, over its own store, with what it needs of rooms to its left. */
export function ideaRooms(parts: RoomParts) {
  const { transact, read, once, note, audit, clock, ids, people, thread, nextSteps, tableCredit } = parts
  const { isPresent, programme, channels, workshops, participants, votes, seriesPosted, small, zone, draw } =
    parts
  const messages = tellingSomebody(parts.messages)
  const ideaStore = (tx: Tx) => ideaStoreOf(tx, small)
  const edges = { transact, read, once, note, audit, clock, ids, ideaStore, people, small }
  const supportStore = (tx: Tx) => supportStoreOf(tx, small)
  const mergeStore = (tx: Tx) => mergeStoreOf(tx, small)
  const moderationStore = (tx: Tx) => moderationStoreOf(tx, small)
  const pendingOn = (tx: Tx, ideas: readonly string[]) => pendingStore(tx).pendingOn(ideas)
  const context = ideaContext(
    { ideaStore, transact, read, note, clock, thread, people, nextSteps, tableCredit, programme },
    {
      supportedBy: (tx, person, ideas) => supportStore(tx).supportedBy(person, ideas),
      reportedBy: (tx, person, ideas) => moderationStore(tx).reportedBy(person, ideas),
      pendingOn,
      putWords: (tx, id, words) => searchStore(tx).putWords(id, words),
      putStems: (tx, id, stems) => similarStore(tx).putStems(id, stems),
      compare: comparing(ids.next),
    },
  )
  const steps = ideaSteps(
    {
      ...edges,
      supporters: (tx, ...of) => supportStore(tx).supporters(...of),
      commenters: (tx, ...of) => commentStore(tx).commenters(...of),
      messages,
    },
    context,
  )
  const dues = answersDue({ ideaStore, clock, store: answerDueStore, programme }, context)
  const similarity = similarUsecases({ ideaStore, store: similarStore, transact, read, once, ids }, context)
  const { closeIn, nearest } = similarity
  const submitting = submissionRoom({ ...edges, supportStore, programme, channels, pendingOn }, context)
  const { create, submissions } = submitting
  const answering = answerRoom({ ...edges, programme, notifyFollowers: steps.notifyFollowers }, context)
  const merging = mergeRoom(
    { ...edges, mergeStore, supportStore, answersDue: dues, messages, applyPending: answering.applyPending },
    context,
  )
  const { groups } = merging
  const summing = summaryRoom({
    ...edges,
    programme,
    workshops,
    participants,
    messages,
    nextSteps,
    votes,
    draw,
  })
  return {
    ideas: ideaQueries({ ideaStore, read, pendingOn }, context),
    steps,
    supports: supportUsecases({ ...edges, store: supportStore, answersDue: dues }, context),
    ranking: rankingRoom({ transact, read, once, clock, ids, programme, zone, draw, small }),
    similarity,
    boxes: boxRoom({ ...edges, channels, programme }),
    submitting,
    comments: commentRoom({ ...edges }, context),
    answering,
    merging,
    anonymity: anonymityRoom({ ...edges, supportStore, withGroups: groups.withGroups, thread }, context),
    moderating: moderationRoom({ ...edges, moderationStore, groups, messages }, context),
    harvesting: harvestRoom(
      { ...edges, isPresent, workshops, programme, submit: submissions.submit, nearest, create },
      context,
    ),
    summing,
    seriesSummaries: seriesSummaryRoom({ ...edges, seriesPosted }, summing),
    registering: registerRoom({ ideaStore, moderationStore, closeIn, thread, small, read }, context),
    retrieval: retrievalUsecases(
      { ideaStore, store: tx => retrievalStore(tx, small), similar: similarStore, read },
      context,
    ),
    timelines: timelineUsecases({ ideaStore, thread, tableCredit, read }, context),
    erasure: erasureRoom({ ...edges, mergeStore, supportStore, lot: parts.secureChance }, context),
    walls: wallRoom({ read, audit, workshops, small }, context),
  }
}
