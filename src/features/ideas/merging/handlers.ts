import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { may, permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { IdeaAxes } from '../card/frame-cards.ts'
import { type IdeaReplies, id, none } from '../card/reply-handlers.ts'
import { HIDE } from '../idea/hiding.ts'
import type { IdeaQueries } from '../idea/usecases.ts'
import type { SimilarUsecases } from '../similarity/usecases.ts'
import { joinedCard, mergeForm } from './cards.ts'
import { MERGE_PERMISSIONS, tieToEither } from './domain.ts'
import type { MergeMessageUsecases } from './message-usecases.ts'
import type { MergeUsecases } from './usecases.ts'

const one = z.object({ idea: id })
const draft = z.object({ idea: id, into: none })
const answering = z.object({ merge: z.string().regex(ID), answer: z.enum(['yes', 'no']) })
const page = z.object({ idea: id, from: z.coerce.number().int().min(0).max(1_000).default(0) })

/** Ideas to choose from: as many as fit on a card. */
const CHOICES = 30
/** Six buttons are the most on a card: those of the rows, where rows can be read or separated, leave two for paging. */
const [READ, PARTED] = [4, 2]

type Parts = {
  readonly ideas: Pick<IdeaQueries, 'show'>
  readonly similarity: Pick<SimilarUsecases, 'similar'>
  readonly mergeMessages: Pick<MergeMessageUsecases, 'mergeChoices' | 'tellMerged'>
  readonly merges: Pick<MergeUsecases, 'merge' | 'undoMerge' | 'answerMerge'>
  readonly programme: IdeaAxes
  readonly words: (language: Language) => Words
}

/** Merging two similar ideas, and separating them again. */
export function mergeHandlers(
  { ideas, similarity, mergeMessages, merges, programme, words }: Parts,
  replies: IdeaReplies,
): Handlers {
  const { reply, done, oneReply, asItStands } = replies
  const inCharge = ({ role }: Actor) => may(HIDE, role)

  async function form(actor: Actor, { idea, into }: z.infer<typeof draft>): Promise<Reply> {
    const seen = await ideas.show(actor, idea)
    permit(MERGE_PERMISSIONS.merge, actor.role, tieToEither(actor, [seen]))
    const close = await similarity.similar(actor, seen.text)
    const known = [idea, ...close.map(each => each.id)]
    const most = await mergeMessages.mergeChoices(actor, idea, CHOICES)
    const others = [...close, ...most.filter(each => !known.includes(each.id))].filter(
      each => each.id !== idea,
    )
    const w = words(actor.language)
    const card = mergeForm(w, programme, { idea: seen, others, into, atOnce: inCharge(actor) })
    return reply(actor.language, card, w.say('idea.merge.label'))
  }

  async function merge(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea, into } = parse(draft, pressed.data)
    if (into === '') throw new Refusal('idea-unchosen')
    const { asked, idea: seen } = await merges.merge(actor, idea, into)
    const notice = asked
      ? done(actor, pressed, 'idea.merge.asked', 'idea.merge.asked.sub')
      : done(actor, pressed, 'idea.merge.done', 'idea.merge.done.sub')
    return oneReply(actor, seen, notice)
  }

  async function undo(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea } = parse(one, pressed.data)
    const seen = await merges.undoMerge(actor, idea)
    return oneReply(actor, seen, done(actor, pressed, 'idea.unmerge.done', 'idea.merge.done.sub'))
  }

  async function answer(actor: Actor, pressed: Pressed): Promise<Reply> {
    const given = parse(answering, pressed.data)
    const yes = given.answer === 'yes'
    const seen = await merges.answerMerge(actor, given.merge, yes)
    const said = yes ? 'idea.merge.done' : 'idea.merge.declined'
    return oneReply(actor, seen, done(actor, pressed, said))
  }

  async function joined(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { idea, from } = parse(page, data)
    const seen = await ideas.show(actor, idea)
    const mayPart = seen.mine || inCharge(actor)
    const to = from + (mayPart ? PARTED : READ)
    const all = seen.joined ?? []
    const next = all.length > to ? { next: to } : {}
    const w = words(actor.language)
    const card = joinedCard(w, seen, { items: all.slice(from, to), mayPart, ...next })
    return reply(actor.language, card, w.say('idea.joined.title'))
  }

  return {
    verbs: {
      'ideas.merge-form': {
        run: async (actor, { data }) => form(actor, parse(draft, data)),
        redraw: asItStands,
      },
      'ideas.merge': { run: merge, redraw: async (actor, { data }) => form(actor, parse(draft, data)) },
      'ideas.undo-merge': { run: undo, redraw: asItStands },
      'ideas.answer-merge': { run: answer, redraw: asItStands },
      'ideas.joined': joined,
    },
    facts: {
      'ideas.merged': async ({ payload }) => {
        await mergeMessages.tellMerged(String(payload.merge), String(payload.by), String(payload.after))
        return []
      },
    },
  }
}
