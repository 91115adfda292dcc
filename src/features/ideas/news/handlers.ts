import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Outgoing, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { may } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { foot, type Message, type MessageUsecases, type Subject } from '../../messages/index.ts'
import type { EventSeen, ThreadUsecases } from '../../thread/index.ts'
import { ideaCard } from '../card/cards.ts'
import type { IdeaAxes } from '../card/frame-cards.ts'
import { type IdeaReplies, id } from '../card/reply-handlers.ts'
import { commentMessage } from '../comments/cards.ts'
import { IDEA_PERMISSIONS, type Idea, type IdeaSeen, requireFound } from '../idea/domain.ts'
import { isDecision, reasonOf } from '../idea/state.ts'
import type { Steps } from '../idea/state-usecases.ts'
import type { IdeaQueries } from '../idea/usecases.ts'
import { aboutOf, mergeMessage, mergeSummary } from '../merging/cards.ts'
import { holdsFor } from '../merging/domain.ts'
import type { MergeMessageUsecases } from '../merging/message-usecases.ts'
import type { CommentModerationUsecases } from '../moderation/comment-report-usecases.ts'
import { summaryMessage } from '../summary/handlers.ts'
import type { SummaryUsecases } from '../summary/usecases.ts'
import { newsOf, summaryOf } from './cards.ts'

const told = z.object({ message: id })
const mergeStep = z.enum(['merged', 'unmerged', 'merge-asked', 'merge-declined'])

/** Undefined when the idea was taken back or hidden. */
async function unlessRefused<T>(asked: Promise<T>): Promise<T | undefined> {
  return asked.catch(error => {
    if (error instanceof Refusal) return undefined
    throw error
  })
}

type Parts = {
  readonly mergeMessages: Pick<MergeMessageUsecases, 'mergeSeen'>
  readonly commentReports: Pick<CommentModerationUsecases, 'ownComment'>
  readonly ideas: Pick<IdeaQueries, 'show'>
  readonly steps: Pick<Steps, 'holds' | 'tellPage' | 'followed'>
  readonly messages: Pick<MessageUsecases, 'claim' | 'drop' | 'show'>
  readonly thread: Pick<ThreadUsecases, 'of'>
  readonly summaries: Pick<SummaryUsecases, 'publishedSummary'>
  readonly programme: IdeaAxes
  readonly words: (language: Language) => Words
}

/** Notifications of each step to those who wrote or supported an idea. */
export function messageHandlers(parts: Parts, { reply }: IdeaReplies): Handlers {
  const { mergeMessages, commentReports, ideas, steps, messages, thread, programme, words } = parts

  /** The thread's event of the step; undefined for an answer or a decision, which the card shows itself. */
  async function eventOf(idea: Idea, { step = 'answered', number }: Subject): Promise<EventSeen | undefined> {
    if (number === undefined || step === 'answered' || isDecision(String(step))) return undefined
    return (await thread.of('idea', idea.id, 1, String(Number(number) - 1))).items[0]
  }

  async function messageReply(
    actor: Actor,
    idea: IdeaSeen,
    message: Pick<Message, 'id' | 'round' | 'subject'>,
  ): Promise<Reply> {
    const w = words(actor.language)
    const acts = may(IDEA_PERMISSIONS.support, actor.role)
    const news = newsOf(w, programme, idea, message.subject, await eventOf(idea, message.subject))
    const card = ideaCard(w, programme, idea, acts, { ...news, ...foot(w, message) })
    return reply(actor.language, card, summaryOf(w, idea, news))
  }

  /** Message about a merge; undefined once it is superseded or concerns them no more. */
  async function mergeReply(actor: Actor, message: Pick<Message, 'id' | 'round' | 'subject'>) {
    const step = parse(mergeStep, message.subject.step)
    const seen = await mergeMessages.mergeSeen(actor, String(message.subject.merge))
    requireFound(aboutOf(seen, step).text || undefined)
    const w = words(actor.language)
    const acts = may(IDEA_PERMISSIONS.support, actor.role)
    const card = mergeMessage(w, programme, seen, step, { may: acts, ...foot(w, message) })
    return {
      holds: holdsFor(seen, step),
      reply: reply(actor.language, card, mergeSummary(w, seen, step)),
    }
  }

  /** Message about a moderation of one's own comment, by its current state. */
  async function commentReply(actor: Actor, message: Pick<Message, 'id' | 'round' | 'subject'>) {
    const { idea: under, comment: said, step } = message.subject
    const comment = await commentReports.ownComment(actor, String(said))
    const idea = await ideas.show(actor, String(under))
    const w = words(actor.language)
    const card = commentMessage(w, programme, idea, comment, foot(w, message))
    const title = w.say(comment.hidden ? 'comment.told.hidden' : 'comment.told.restored')
    return {
      holds: (step === 'hidden') === (comment.hidden !== undefined),
      reply: reply(actor.language, card, w.say('idea.told.summary', { told: title, title: comment.text })),
    }
  }

  /** False for whoever withdrew their support since, and for a decision that was changed. */
  function concerns(idea: IdeaSeen, subject: Subject): boolean {
    return (idea.mine || idea.supported || subject.also !== undefined) && steps.holds(idea, subject)
  }

  /** The message; undefined when it is out of date. */
  async function drawn(actor: Actor, message: Pick<Message, 'id' | 'round' | 'subject'>) {
    const { subject } = message
    if (subject.summary !== undefined) return unlessRefused(summaryMessage(parts, actor, message))
    if (subject.merge !== undefined) {
      const merged = await unlessRefused(mergeReply(actor, message))
      return merged?.holds ? merged.reply : undefined
    }
    if (subject.comment !== undefined) {
      const about = await unlessRefused(commentReply(actor, message))
      return about?.holds ? about.reply : undefined
    }
    const idea = await unlessRefused(ideas.show(actor, String(subject.idea)))
    return idea && concerns(idea, subject) ? messageReply(actor, idea, message) : undefined
  }

  async function tell(ticket: string): Promise<readonly Outgoing[]> {
    const claimed = await messages.claim(ticket)
    if (!claimed) return []
    const reply = await drawn(claimed.actor, claimed)
    if (reply) return [{ to: claimed.to, key: claimed.key, reply }]
    await messages.drop(claimed.id)
    return []
  }

  async function redrawn(actor: Actor, pressed: Pressed): Promise<Reply> {
    const message = await messages.show(actor, parse(told, pressed.data).message)
    if (message.subject.summary !== undefined) return summaryMessage(parts, actor, message)
    if (message.subject.merge !== undefined) return (await mergeReply(actor, message)).reply
    if (message.subject.comment !== undefined) return (await commentReply(actor, message)).reply
    return messageReply(actor, await ideas.show(actor, String(message.subject.idea)), message)
  }

  return {
    verbs: { 'ideas.message': redrawn },
    facts: {
      // Written by a version that knew no other step.
      'ideas.answered': async ({ payload }) => {
        const reason = reasonOf(String(payload.idea), 'answered')
        await steps.tellPage({ ...payload, step: 'answered', reason, teller: 'ideas' })
        return []
      },
      'ideas.stepped': async ({ payload }) => {
        await steps.tellPage(payload)
        return []
      },
      'steps.ended': async ({ payload: { kind, id, step, by = '' } }) => {
        if (kind === 'idea') await steps.followed(String(id), String(step), String(by))
        return []
      },
      'ideas.tell': ({ payload }) => tell(String(payload.message)),
    },
  }
}
