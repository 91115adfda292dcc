import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { unnamingHandlers } from '../anonymity/handlers.ts'
import { decisionHandlers } from '../answers/decision-handlers.ts'
import { answerHandlers } from '../answers/handlers.ts'
import { pendingHandlers } from '../answers/take-back-handlers.ts'
import { boxHandlers } from '../boxes/handlers.ts'
import { commentHandlers } from '../comments/handlers.ts'
import { leavingHandlers } from '../erasure/handlers.ts'
import { gatheringHandlers } from '../harvest/collecting-handlers.ts'
import { IDEA_PERMISSIONS, permitOn } from '../idea/domain.ts'
import { mergeHandlers } from '../merging/handlers.ts'
import { moderationHandlers } from '../moderation/handlers.ts'
import { messageHandlers } from '../news/handlers.ts'
import { correctionHandlers } from '../submission/correction-handlers.ts'
import { submissionHandlers } from '../submission/handlers.ts'
import { summaryHandlers } from '../summary/handlers.ts'
import { postedHandlers } from './channel-handlers.ts'
import { supportsText } from './frame-cards.ts'
import { type HandlerParts, id, none, pressedOn, repliesOf } from './reply-handlers.ts'

const pick = z.object({ idea: id, axis: none })
const choice = pressedOn.extend({ support: z.enum(['on', 'off']) })
const page = z.object({ after: none, box: none })

export function ideaHandlers(parts: HandlerParts): Handlers {
  const { ideas, words } = parts
  const replies = repliesOf(parts)
  const { done, oneReply, listReply, asItStands } = replies
  const posted = postedHandlers(parts, replies)
  const submission = submissionHandlers(parts, replies, posted.postedReply)

  async function support(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea, support, list, ...where } = parse(choice, pressed.data)
    const on = support === 'on'
    const seen = await ideas.support(actor, idea, on)
    const said = done(actor, pressed, on ? 'idea.supported' : 'idea.unsupported')
    const count = supportsText(words(actor.language), seen)
    const notice = { ...said, title: `${said.title}\u00A0· ${count}` }
    return list === ''
      ? oneReply(actor, seen, notice, { supportsTold: true })
      : listReply(actor, where, notice)
  }

  async function setAxis(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { idea, axis } = parse(pick, pressed.data)
    return oneReply(actor, await ideas.setAxis(actor, idea, axis), done(actor, pressed, 'idea.axis.saved'))
  }

  async function askAxis(actor: Actor, pressed: Pressed): Promise<Reply> {
    const idea = await ideas.show(actor, parse(pick, pressed.data).idea)
    permitOn(IDEA_PERMISSIONS.setAxis, idea, actor)
    return oneReply(actor, idea)
  }

  const others: readonly Handlers[] = [
    posted,
    submission,
    boxHandlers(parts, replies),
    correctionHandlers(parts, replies),
    commentHandlers(parts, replies),
    answerHandlers(parts, replies),
    unnamingHandlers(parts, replies),
    decisionHandlers(parts, replies),
    pendingHandlers(parts, replies),
    gatheringHandlers(parts, replies),
    messageHandlers(parts, replies),
    moderationHandlers(parts, replies),
    mergeHandlers(parts, replies),
    leavingHandlers(parts),
    summaryHandlers(parts, replies),
  ]

  return {
    commands: [
      ...(submission.commands ?? []),
      {
        name: 'idees',
        words: { fr: ['idées', 'mes idées', 'micro-idées'], en: ['ideas', 'my ideas', 'micro-ideas'] },
        // To nobody: it is understood, and « Voir les idées reçues » leads to the same.
        offered: {},
        run: async actor => listReply(actor, { after: '', box: '' }),
      },
    ],
    verbs: {
      'ideas.support': { run: support, redraw: asItStands },
      'ideas.set-axis': { run: setAxis, redraw: asItStands },
      'ideas.ask-axis': { run: askAxis, redraw: asItStands },
      'ideas.show': asItStands,
      'ideas.list': async (actor, pressed) => listReply(actor, parse(page, pressed.data)),
      ...Object.assign({}, ...others.map(({ verbs }) => verbs)),
    },
    facts: {
      'people.direction-chosen': async ({ payload }) => {
        await ideas.place(String(payload.person), String(payload.direction))
        return []
      },
      ...Object.assign({}, ...others.map(({ facts }) => facts)),
    },
  }
}
