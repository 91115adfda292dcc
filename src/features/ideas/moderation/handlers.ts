import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { IdeaAxes } from '../card/frame-cards.ts'
import { type IdeaReplies, id, none, optional } from '../card/reply-handlers.ts'
import { permitOn } from '../idea/domain.ts'
import type { ModerationQueue } from '../idea/hiding.ts'
import type { IdeaQueries } from '../idea/usecases.ts'
import { mergeActs } from '../merging/cards.ts'
import { hidingForm, moderationCard, queueCard, reportCard } from './cards.ts'
import { MODERATION_PERMISSIONS } from './domain.ts'
import type { HidingUsecases } from './hiding-usecases.ts'
import type { ModerationUsecases } from './usecases.ts'

const one = z.object({ idea: id })
const draft = z.object({ idea: id, text: z.string().default('') })
const page = z.object({ after: none })
const hidden = z.object({ idea: id, comment: id.optional(), at: z.number().int() })

/** Items per card: each has a button of its own, which leaves two of six for paging. */
const PAGE = 4

type Parts = {
  readonly ideas: Pick<IdeaQueries, 'show'>
  readonly moderation: Pick<ModerationUsecases, 'report' | 'watch' | 'hide' | 'restore' | 'dismiss' | 'queue'>
  readonly hidings: Pick<HidingUsecases, 'tellHiding'>
  readonly programme: IdeaAxes
  readonly words: (language: Language) => Words
}

/** Reporting an idea, and organisers' decisions about it. */
export function moderationHandlers(
  { ideas, moderation, hidings, programme, words }: Parts,
  replies: IdeaReplies,
): Handlers {
  const { reply, done, oneReply, asItStands } = replies

  async function reportForm(actor: Actor, { idea, text }: z.infer<typeof draft>): Promise<Reply> {
    const seen = await ideas.show(actor, idea)
    permitOn(MODERATION_PERMISSIONS.report, seen, actor)
    const w = words(actor.language)
    return reply(actor.language, reportCard(w, programme, seen, text), w.say('idea.report'))
  }

  async function report(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea, text } = parse(draft, pressed.data)
    await moderation.report(actor, idea, text)
    const notice = done(actor, pressed, 'idea.report.sent', 'idea.report.sent.sub')
    return oneReply(actor, await ideas.show(actor, idea), notice)
  }

  async function sheet(actor: Actor, idea: string, notice?: Notice): Promise<Reply> {
    const watched = await moderation.watch(actor, idea)
    const w = words(actor.language)
    const card = moderationCard(w, programme, watched, mergeActs(w, watched.idea))
    return reply(actor.language, card, notice?.title ?? w.say('idea.manage'), notice)
  }

  async function hideForm(actor: Actor, { idea, text }: z.infer<typeof draft>): Promise<Reply> {
    permit(MODERATION_PERMISSIONS.hide, actor.role)
    const w = words(actor.language)
    const card = hidingForm(w, programme, await ideas.show(actor, idea), text)
    return reply(actor.language, card, w.say('idea.hide.label'))
  }

  async function hide(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea, text } = parse(draft, pressed.data)
    await moderation.hide(actor, idea, text)
    return sheet(actor, idea, done(actor, pressed, 'idea.hide.done', 'idea.hide.done.sub'))
  }

  async function restore(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea } = parse(one, pressed.data)
    await moderation.restore(actor, idea)
    return sheet(actor, idea, done(actor, pressed, 'idea.restore.done', 'idea.restore.done.sub'))
  }

  async function dismiss(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea } = parse(one, pressed.data)
    await moderation.dismiss(actor, idea)
    return sheet(actor, idea, done(actor, pressed, 'idea.dismiss.done'))
  }

  const queue =
    (which: ModerationQueue) =>
    async (actor: Actor, { data }: Pressed): Promise<Reply> => {
      const found = await moderation.queue(actor, which, PAGE, optional(parse(page, data).after))
      const w = words(actor.language)
      return reply(actor.language, queueCard(w, which, found), w.say(`idea.queue.${which}`))
    }

  const asSheet = async (actor: Actor, { data }: Pressed) => sheet(actor, parse(one, data).idea)
  return {
    verbs: {
      'ideas.report-form': {
        run: async (actor, { data }) => reportForm(actor, parse(draft, data)),
        redraw: asItStands,
      },
      'ideas.report': {
        run: report,
        redraw: async (actor, { data }) => reportForm(actor, parse(draft, data)),
      },
      'ideas.moderate': asSheet,
      'ideas.hide-form': async (actor, { data }) => hideForm(actor, parse(draft, data)),
      'ideas.hide': { run: hide, redraw: async (actor, { data }) => hideForm(actor, parse(draft, data)) },
      'ideas.restore': { run: restore, redraw: asSheet },
      'ideas.dismiss': { run: dismiss, redraw: asSheet },
      'ideas.reported': queue('reported'),
      'ideas.hidden': queue('hidden'),
    },
    facts: {
      'ideas.hiding-due': async ({ payload }) => {
        const { idea, comment, at } = parse(hidden, payload)
        await hidings.tellHiding({ idea, at, ...(comment !== undefined && { comment }) })
        return []
      },
    },
  }
}
