import type { Handlers } from '../../conversation/protocol/handlers.ts'
import type { Notice } from '../../conversation/protocol/reply.ts'
import type { Wiring } from '../../conversation/wiring.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import { drawnFrom } from '../../kernel/crypto/keyed-random.ts'
import { secureChance } from '../../kernel/crypto/random.ts'
import { smallGroups } from '../../kernel/personal-data/counts.ts'
import type { Language } from '../../kernel/text/language.ts'
import type { PresentUsecases } from '../attendance/index.ts'
import type { ChannelUsecases } from '../channels/index.ts'
import type { MessageUsecases } from '../messages/index.ts'
import type { StepUsecases } from '../next-steps/index.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import type { ThreadUsecases } from '../thread/index.ts'
import type { DoorUsecases, ReminderUsecases, SeriesUsecases, WorkshopUsecases } from '../workshops/index.ts'
import { anonymityEntries } from './anonymity/wire.ts'
import { waitingCursorAfter } from './answers/waiting-pages.ts'
import { answerEntries } from './answers/wire.ts'
import type { boxPreviews } from './boxes/preview-cards.ts'
import { boxEntries } from './boxes/wire.ts'
import { channelCardHandlers } from './card/channel-handlers.ts'
import { roomHandlers } from './card/fact-handlers.ts'
import { ideaHandlers } from './card/handlers.ts'
import { repliesOf } from './card/reply-handlers.ts'
import { commentEntries } from './comments/wire.ts'
import { erasureEntries } from './erasure/wire.ts'
import { harvestEntries } from './harvest/wire.ts'
import type { IdeaSeen } from './idea/domain.ts'
import { ideaRoutes } from './idea/routes.ts'
import { submittable } from './idea/submittable-store.ts'
import { mergeEntries } from './merging/wire.ts'
import { moderationEntries } from './moderation/wire.ts'
import { newsEntries } from './news/wire.ts'
import { rankingEntries } from './ranking/wire.ts'
import { exportStore } from './register/export-store.ts'
import { registerEntries } from './register/wire.ts'
import { type IdeaRooms, ideaRooms } from './rooms-wire.ts'
import { seriesSummaryEntries } from './series-summary/wire.ts'
import { similarRoutes } from './similarity/routes.ts'
import { submissionEntries } from './submission/wire.ts'
import { participantsOf } from './summary/usecases.ts'
import { summaryEntries, type VotesHeld } from './summary/wire.ts'
import { supportEntries } from './support/wire.ts'
import type { WallWorkshops } from './wall/rights-usecases.ts'
import { wallEntries } from './wall/wire.ts'

type Deps = Pick<PresentUsecases, 'presentIn' | 'isPresent'> & {
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
    isPresent,
    linkSecret,
    votes,
    seriesPosted,
  } = deps
  const tableCredit = (table: string, language: Language = home) =>
    words(language).say('idea.credit.table', { table })
  const edges = { transact, read, once, note, audit, clock, ids }
  const participants = participantsOf({ presentIn, workshops })
  const shared = { programme, people, channels, messages, thread, nextSteps, workshops, votes, seriesPosted }
  const small = smallGroups(programme.directions)
  const draws = { secureChance, draw: drawnFrom(linkSecret) }
  const rooms = ideaRooms({
    ...edges,
    ...shared,
    isPresent,
    tableCredit,
    participants,
    ...draws,
    small,
    zone,
  })
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
  const submission = submissionEntries(
    submitting,
    { ideas, boxes, supports, similarity, postedReply: posted.postedReply, programme, words, ids },
    replies,
  )
  const news = newsEntries(
    { ideas, steps, timelines, mergeMessages, comments, commentReports, summaries },
    { messages, thread, nextSteps, programme, words },
    replies,
  )
  const entries = [
    boxEntries(boxes, { channels, programme, words, home, ids, render }, replies),
    supportEntries(supports, { words }, replies),
    ranked,
    anonymityEntries(anonymity, replies),
    submission,
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
    news,
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
    closeIn: rooms.similarity.closeIn,
    moves: news.moves,
    /** One's own idea, and the form for one, for whoever makes them of a sentence. */
    drawn: {
      one: (actor: Actor, idea: IdeaSeen, notice?: Notice) => replies.oneReply(actor, idea, notice),
      form: submission.form,
    },
  }
}

/** What features to the right use of ideas, by name. */
function usecasesOf(rooms: IdeaRooms) {
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
    hasCommented: rooms.comments.hasCommented,
    comment: rooms.comments.comment,
    commentsFrom: rooms.comments.commentsFrom,
    submit: rooms.submitting.submissions.submit,
    similar: rooms.similarity.similar,
    search: rooms.registering.search.search,
    retrieve: rooms.retrieval.retrieve,
    submittable,
    openQuestions: rooms.boxes.openQuestions,
    answer: answers.answer,
    nextWaiting: answers.nextWaiting,
    waitingCursorAfter,
    submittedBetween: answers.submittedBetween,
    waitingSince: answers.waitingSince,
    takeBack: rooms.answering.pendings.takeBack,
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
