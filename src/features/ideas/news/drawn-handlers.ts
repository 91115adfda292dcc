import { z } from 'zod'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { may } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { MessageFoot, MoveLine, Subject } from '../../messages/index.ts'
import type { StepOnSubject, StepUsecases } from '../../next-steps/index.ts'
import type { EventSeen, ThreadUsecases } from '../../thread/index.ts'
import { ideaCard } from '../card/cards.ts'
import type { IdeaAxes } from '../card/frame-cards.ts'
import type { IdeaReplies } from '../card/reply-handlers.ts'
import { commentMessage } from '../comments/cards.ts'
import type { CommentUsecases } from '../comments/usecases.ts'
import { IDEA_PERMISSIONS, type Idea, type IdeaSeen, requireFound } from '../idea/domain.ts'
import { isDecision } from '../idea/state.ts'
import type { Steps } from '../idea/state-usecases.ts'
import type { IdeaQueries } from '../idea/usecases.ts'
import { aboutOf, mergeMessage, mergeSummary, mergeText } from '../merging/cards.ts'
import { holdsFor } from '../merging/domain.ts'
import type { MergeMessageUsecases } from '../merging/message-usecases.ts'
import type { CommentModerationUsecases } from '../moderation/comment-report-usecases.ts'
import { summaryMessage } from '../summary/handlers.ts'
import type { SummaryUsecases } from '../summary/usecases.ts'
import { moveText, newsOf, summaryOf } from './cards.ts'

const mergeStep = z.enum(['merged', 'unmerged', 'merge-asked', 'merge-declined'])

type DrawnParts = {
  readonly mergeMessages: Pick<MergeMessageUsecases, 'mergeSeen'>
  readonly commentReports: Pick<CommentModerationUsecases, 'ownComment'>
  readonly comments: Pick<CommentUsecases, 'hasCommented'>
  readonly ideas: Pick<IdeaQueries, 'show'>
  readonly steps: Pick<Steps, 'holds'>
  readonly nextSteps: Pick<StepUsecases, 'allOn'>
  readonly thread: Pick<ThreadUsecases, 'of'>
  readonly summaries: Pick<SummaryUsecases, 'publishedSummary'>
  readonly programme: IdeaAxes
  readonly words: (language: Language) => Words
}

/** What a message is about, and the foot of its card. */
type Told = { readonly subject: Subject } & MessageFoot

/** Undefined when the idea was taken back or hidden. */
async function unlessRefused<T>(asked: Promise<T>): Promise<T | undefined> {
  return asked.catch(error => {
    if (error instanceof Refusal) return undefined
    throw error
  })
}

/** Draws what is told of an idea to who wrote, supports or commented it, as it is now. */
export function drawingNews(parts: DrawnParts, { reply }: IdeaReplies) {
  const { mergeMessages, commentReports, comments, ideas, steps, thread, programme, words } = parts

  async function eventAt(idea: Idea, { number }: Subject): Promise<EventSeen | undefined> {
    if (number === undefined) return undefined
    return (await thread.of('idea', idea.id, 1, String(Number(number) - 1))).items[0]
  }

  /** The thread's event of the step; undefined for an answer or a decision, which the card shows itself. */
  async function eventOf(idea: Idea, subject: Subject): Promise<EventSeen | undefined> {
    const { step = 'answered' } = subject
    return step === 'answered' || isDecision(String(step)) ? undefined : eventAt(idea, subject)
  }

  async function ideaReply(actor: Actor, idea: IdeaSeen, { subject, foot }: Told): Promise<Reply> {
    const w = words(actor.language)
    const acts = may(IDEA_PERMISSIONS.support, actor.role)
    const news = newsOf(w, programme, idea, subject, await eventOf(idea, subject))
    const card = ideaCard(w, programme, idea, acts, { ...news, foot })
    return reply(actor.language, card, summaryOf(w, idea, news))
  }

  const mergeOf = (actor: Actor, { merge }: Subject) => mergeMessages.mergeSeen(actor, String(merge))

  /** Message about a merge. @throws Refusal `gone` where its text may not be read any more */
  async function mergeReply(actor: Actor, { subject, foot }: Told): Promise<Reply> {
    const step = parse(mergeStep, subject.step)
    const seen = await mergeOf(actor, subject)
    requireFound(aboutOf(seen, step).text || undefined)
    const w = words(actor.language)
    const acts = may(IDEA_PERMISSIONS.support, actor.role)
    const card = mergeMessage(w, programme, seen, step, { may: acts, foot })
    return reply(actor.language, card, mergeSummary(w, seen, step))
  }

  /** Message about a moderation of one's own comment, by its current state. */
  async function commentReply(actor: Actor, { subject, foot }: Told): Promise<Reply> {
    const comment = await commentReports.ownComment(actor, String(subject.comment))
    const idea = await ideas.show(actor, String(subject.idea))
    const w = words(actor.language)
    const card = commentMessage(w, programme, idea, comment, { foot })
    const title = w.say(comment.hidden ? 'comment.told.hidden' : 'comment.told.restored')
    return reply(actor.language, card, w.say('idea.told.summary', { told: title, title: comment.text }))
  }

  /** The next step that it tells of. Before its id was kept: undefined. */
  async function nextStepOf({ next, of, on }: Subject): Promise<StepOnSubject | undefined> {
    if (next === undefined) return undefined
    return (await parts.nextSteps.allOn(on === 'trial' ? on : 'idea', [String(of)])).find(
      ({ id }) => id === next,
    )
  }

  /** False for a promise that was dropped since, or is kept: another message tells that. */
  async function isPromisedStill(subject: Subject): Promise<boolean> {
    if (subject.step !== 'next-promised') return true
    const state = (await nextStepOf(subject))?.state
    return state === 'promised' || state === 'late'
  }

  /** False for whoever follows it no more, and for a decision that was changed. */
  async function concerns(actor: Actor, idea: IdeaSeen, subject: Subject): Promise<boolean> {
    if (!steps.holds(idea, subject) || !(await isPromisedStill(subject))) return false
    if (idea.mine || idea.supported || subject.also !== undefined) return true
    return comments.hasCommented(actor.id, idea.id)
  }

  /** Whether it is still so, and theirs to know. @throws Refusal where it may not be read */
  async function stands(actor: Actor, subject: Subject): Promise<boolean> {
    if (subject.summary !== undefined) return true
    if (subject.merge !== undefined)
      return holdsFor(await mergeOf(actor, subject), parse(mergeStep, subject.step))
    if (subject.comment === undefined)
      return concerns(actor, await ideas.show(actor, String(subject.idea)), subject)
    const { hidden } = await commentReports.ownComment(actor, String(subject.comment))
    return (subject.step === 'hidden') === (hidden !== undefined)
  }

  /** The card by the current state. @throws Refusal where it may not be read any more */
  async function redrawn(actor: Actor, told: Told): Promise<Reply> {
    const { subject } = told
    if (subject.summary !== undefined) return summaryMessage(parts, actor, told)
    if (subject.merge !== undefined) return mergeReply(actor, told)
    if (subject.comment !== undefined) return commentReply(actor, told)
    return ideaReply(actor, await ideas.show(actor, String(subject.idea)), told)
  }

  async function lineOf(actor: Actor, subject: Subject): Promise<MoveLine> {
    const w = words(actor.language)
    const open = w.say('idea.see')
    if (subject.merge !== undefined) {
      const [seen, step] = [await mergeOf(actor, subject), parse(mergeStep, subject.step)]
      const { id, text: title } = aboutOf(seen, step)
      return { thing: id, title, what: mergeText(w, seen, step), open }
    }
    const idea = await ideas.show(actor, String(subject.idea))
    const { told } = newsOf(w, programme, idea, subject, undefined)
    const [event, next] = [await eventAt(idea, subject), await nextStepOf(subject)]
    const what = moveText(w, programme, { told, subject, next: next?.text }, event)
    return { thing: idea.root ?? idea.id, title: idea.text, what, open }
  }

  const ifStanding = <T>(actor: Actor, subject: Subject, draw: () => Promise<T>): Promise<T | undefined> =>
    unlessRefused(stands(actor, subject).then(async so => (so ? draw() : undefined)))

  return {
    redrawn,
    /** The message; undefined when it is out of date. */
    drawn: (actor: Actor, told: Told): Promise<Reply | undefined> =>
      ifStanding(actor, told.subject, () => redrawn(actor, told)),
    /** The same as a line; undefined when it is out of date. */
    line: (actor: Actor, subject: Subject): Promise<MoveLine | undefined> =>
      ifStanding(actor, subject, () => lineOf(actor, subject)),
  }
}
