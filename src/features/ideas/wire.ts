import type { Handlers } from '../../conversation/protocol/handlers.ts'
import type { Wiring } from '../../conversation/wiring.ts'
import { drawnFrom, type KeyedRandom } from '../../kernel/crypto/keyed-random.ts'
import { secureChance } from '../../kernel/crypto/random.ts'
import { smallGroups } from '../../kernel/personal-data/counts.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import type { PresentUsecases } from '../attendance/index.ts'
import type { ChannelUsecases } from '../channels/index.ts'
import type { MessageUsecases } from '../messages/index.ts'
import type { StepUsecases } from '../next-steps/index.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import type { ThreadUsecases } from '../thread/index.ts'
import type { DoorUsecases, ReminderUsecases, SeriesUsecases, WorkshopUsecases } from '../workshops/index.ts'
import { anonymityEntries, anonymityRoom } from './anonymity/wire.ts'
import { pendingStore } from './answers/take-back-store.ts'
import { answerEntries, answerRoom } from './answers/wire.ts'
import type { boxPreviews } from './boxes/preview-cards.ts'
import { boxEntries, boxRoom } from './boxes/wire.ts'
import { channelCardHandlers } from './card/channel-handlers.ts'
import { roomHandlers } from './card/fact-handlers.ts'
import { ideaHandlers } from './card/handlers.ts'
import { repliesOf } from './card/reply-handlers.ts'
import { commentEntries, commentRoom } from './comments/wire.ts'
import { erasureEntries, erasureRoom } from './erasure/wire.ts'
import type { HarvestParts } from './harvest/rights-usecases.ts'
import { harvestEntries, harvestRoom } from './harvest/wire.ts'
import { ideaContext, type IdeaContextParts } from './idea/context-usecases.ts'
import { ideaRoutes } from './idea/routes.ts'
import type { Small } from './idea/row-store.ts'
import { ideaSteps, tellingSomebody } from './idea/state-usecases.ts'
import { ideaStore as ideaStoreOf } from './idea/store.ts'
import { ideaQueries } from './idea/usecases.ts'
import { mergeStore as mergeStoreOf } from './merging/store.ts'
import { mergeEntries, mergeRoom } from './merging/wire.ts'
import { moderationStore as moderationStoreOf } from './moderation/store.ts'
import { moderationEntries, moderationRoom } from './moderation/wire.ts'
import { timelineUsecases } from './news/thread-usecases.ts'
import { newsEntries } from './news/wire.ts'
import { rankingEntries, rankingRoom } from './ranking/wire.ts'
import { exportStore } from './register/export-store.ts'
import { searchStore } from './register/search-store.ts'
import { registerEntries, registerRoom } from './register/wire.ts'
import { seriesSummaryEntries, seriesSummaryRoom } from './series-summary/wire.ts'
import { similarRoutes } from './similarity/routes.ts'
import { similarStore } from './similarity/store.ts'
import { similarUsecases } from './similarity/usecases.ts'
import { submissionEntries, submissionRoom } from './submission/wire.ts'
import { participantsOf, type Participants } from './summary/usecases.ts'
import { summaryEntries, summaryRoom, type VotesHeld } from './summary/wire.ts'
import { answerDueStore } from './support/answer-due-store.ts'
import { answersDue } from './support/answer-due-usecases.ts'
import { supportStore as supportStoreOf } from './support/store.ts'
import { supportUsecases } from './support/usecases.ts'
import { supportEntries } from './support/wire.ts'
import type { WallWorkshops } from './wall/rights-usecases.ts'
import { comparing, wallEntries, wallRoom } from './wall/wire.ts'

type RoomParts = Omit<IdeaContextParts, 'ideaStore'> & {
  readonly programme: Pick<Programme, 'axis' | 'axes' | 'direction' | 'directions' | 'thresholds' | 'zone'>
  readonly channels: Pick<ChannelUsecases, 'list' | 'targets' | 'announce' | 'announced'>
  readonly messages: Pick<MessageUsecases, 'tell' | 'wentOut'>
  readonly workshops: HarvestParts['workshops'] & WallWorkshops
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

type Rooms = ReturnType<typeof ideaRooms>

/** Makes the use-cases of each room, over its own store, with what it needs of rooms to its left. */
export function ideaRooms(parts: RoomParts) {
  const { transact, read, once, note, audit, clock, ids, people, thread, nextSteps, tableCredit } = parts
  const { programme, channels, workshops, participants, votes, seriesPosted, small, zone, draw } = parts
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
    { ...edges, supporters: (tx, ...of) => supportStore(tx).supporters(...of), messages },
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
      { ...edges, workshops, programme, submit: submissions.submit, nearest, create },
      context,
    ),
    summing,
    seriesSummaries: seriesSummaryRoom({ ...edges, seriesPosted }, summing),
    registering: registerRoom({ ideaStore, moderationStore, closeIn, thread, small, read }, context),
    timelines: timelineUsecases({ ideaStore, thread, tableCredit, read }, context),
    erasure: erasureRoom({ ...edges, mergeStore, supportStore, lot: parts.secureChance }, context),
    walls: wallRoom({ read, audit, workshops, small }, context),
  }
}

type Deps = Pick<PresentUsecases, 'presentIn'> & {
  readonly programme: Programme
  readonly people: PeopleUsecases
  readonly channels: ChannelUsecases
  readonly messages: MessageUsecases
  readonly thread: ThreadUsecases
  readonly nextSteps: Pick<StepUsecases, 'shownOn' | 'allOn'>
  readonly votes: VotesHeld
  readonly workshops: WorkshopUsecases & ReminderUsecases & DoorUsecases & WallWorkshops
  readonly seriesPosted: SeriesUsecases['posted']
  readonly linkSecret: string
}

/** `render` comes with the wiring because a preview shows the card as it will be posted. */
export function wireIdeas(wiring: Wiring & Pick<Parameters<typeof boxPreviews>[0], 'render'>, deps: Deps) {
  const { transact, read, once, note, audit, clock, ids, words, home, zone, tabLink, render } = wiring
  const {
    programme,
    people,
    channels,
    messages,
    thread,
    nextSteps,
    workshops,
    presentIn,
    linkSecret,
    votes,
    seriesPosted,
  } = deps
  const tableCredit = (table: string, language = home) => words(language).say('idea.credit.table', { table })
  const edges = { transact, read, once, note, audit, clock, ids }
  const participants = participantsOf({ presentIn, workshops })
  const shared = { programme, people, channels, messages, thread, nextSteps, workshops, votes, seriesPosted }
  const small = smallGroups(programme.directions)
  const draws = { secureChance, draw: drawnFrom(linkSecret) }
  const rooms = ideaRooms({ ...edges, ...shared, tableCredit, participants, ...draws, small, zone })
  const { ideas, steps, supports, similarity, boxes, comments, anonymity, timelines } = rooms
  const { summaries } = rooms.summing
  const ranked = rankingEntries(rooms.ranking, zone)
  const { submitting, answering, merging, moderating, harvesting, registering, erasure } = rooms
  const { mergeMessages } = merging
  const { commentReports } = moderating
  const replies = repliesOf({ ideas, box: boxes.box, programme, words })
  const posted = channelCardHandlers({ ideas, channels, programme, words, home }, replies)
  const commenting = commentEntries({ ideas, comments, programme, words, ids }, replies)
  const { commentsReply } = commenting
  const entries = [
    boxEntries(boxes, { channels, programme, words, home, ids, render }, replies),
    supportEntries(supports, { words }, replies),
    ranked,
    anonymityEntries(anonymity, replies),
    submissionEntries(
      submitting,
      { ideas, boxes, supports, similarity, postedReply: posted.postedReply, programme, words, ids },
      replies,
    ),
    commenting,
    answerEntries(answering, { ideas, programme, words, clock }, replies),
    mergeEntries(merging, { ideas, similarity, programme, words }, replies),
    moderationEntries(moderating, { ideas, comments, commentsReply, programme, words }, replies),
    harvestEntries(harvesting, { programme, words, ids, tabLink }, replies),
    summaryEntries(rooms.summing, { ideas, channels, programme, words, home, zone, render }, replies),
    seriesSummaryEntries(rooms.seriesSummaries, {
      workshops,
      channels,
      programme,
      words,
      home,
      zone,
      clock,
    }),
    registerEntries(registering, { programme, words, home, clock }),
    newsEntries(
      { ideas, steps, timelines, mergeMessages, commentReports, summaries },
      { messages, thread, programme, words },
      replies,
    ),
    erasureEntries(erasure),
    wallEntries(rooms.walls),
  ]
  const all: readonly Handlers[] = [
    ideaHandlers(replies),
    posted,
    ...entries.flatMap(({ handlers }) => handlers),
  ]
  return {
    usecases: usecasesOf(rooms),
    handlers: roomHandlers(all),
    routes: [...ideaRoutes(ideas), ...similarRoutes(similarity), ...entries.flatMap(({ routes }) => routes)],
    schedules: ranked.schedules,
    measures: answering.answers.measures,
    erasures: [erasure.leave],
    resume: async () => {
      await erasure.resumeErasure()
      await answering.pendings.resumePending()
    },
    exported: exportStore,
  }
}

/** What features to the right use of ideas, by name. */
function usecasesOf(rooms: Rooms) {
  const { ideas, steps, supports, erasure } = rooms
  const { summaries } = rooms.summing
  const { answers, initiatives } = rooms.answering
  return {
    byIds: ideas.byIds,
    top: ideas.top,
    show: ideas.show,
    posted: ideas.posted,
    stepSubject: ideas.stepSubject,
    summaryStepSubject: summaries.stepSubject,
    seenByIds: ideas.seenByIds,
    stepsOn: ideas.stepsOn,
    notifyFollowers: steps.notifyFollowers,
    support: supports.support,
    submit: rooms.submitting.submissions.submit,
    answer: answers.answer,
    waitingSince: answers.waitingSince,
    axesSince: answers.axesSince,
    hold: initiatives.hold,
    becomeInitiative: initiatives.becomeInitiative,
    redraw: initiatives.redraw,
    harvesting: rooms.harvesting.harvestReading.harvesting,
    ofTable: rooms.harvesting.harvestReading.ofTable,
    leadingAt: rooms.harvesting.harvestReading.leadingAt,
    summarisedAmong: summaries.summarisedAmong,
    summarisedAt: summaries.sequelSaidAt,
    hasChoice: erasure.hasChoice,
    rewriteRows: erasure.rewriteRows,
    wall: rooms.walls.wall,
    wallShown: rooms.walls.wallShown,
    reviewFirst: rooms.walls.reviewFirst,
  }
}
