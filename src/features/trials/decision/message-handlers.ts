import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { drawClaimed, foot, type Message, type MessageUsecases } from '../../messages/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { DecisionAsking } from './asking-usecases.ts'
import { undecidedCard } from './cards.ts'
import type { DecisionReplies } from './reply-handlers.ts'
import type { DecisionReading, DecisionSeen } from './seen-usecases.ts'
import type { DecisionTelling } from './telling-usecases.ts'

const shown = z.object({ message: z.string().regex(ID) })

type Parts = {
  readonly decisions: Pick<DecisionReading, 'seen'>
  readonly asking: Pick<DecisionAsking, 'ask' | 'catchUp'>
  readonly telling: Pick<DecisionTelling, 'tellPage' | 'followed'>
  readonly messages: Pick<MessageUsecases, 'claim' | 'drop' | 'show'>
  readonly programme: Pick<Programme, 'direction'>
  readonly words: (language: Language) => Words
}

type Asked = Pick<Message, 'id' | 'round' | 'subject'>

/** Whether it is still asked of them: they carry it, and its last day is the one of which they were asked. */
function isAskedStill({ trial }: DecisionSeen, { turn }: Asked['subject']): boolean {
  return trial.standing === 'due' && trial.mine && trial.turn === turn
}

/** How people are asked for a decision, and hear of one. */
export function decisionMessages(parts: Parts, { asItStands }: Pick<DecisionReplies, 'asItStands'>) {
  const { decisions, asking, telling, messages, programme, words } = parts

  function askReply(actor: Actor, { trial }: DecisionSeen, message: Asked): Reply {
    const w = words(actor.language)
    const told = w.say('trial.decision.ask')
    const card = undecidedCard({ words: w, programme }, trial, { told, mayDecide: true, ...foot(w, message) })
    return {
      card,
      language: actor.language,
      summary: w.say('trial.decision.ask.summary', { title: trial.title }),
    }
  }

  /** Undefined when it is asked of them no more. */
  async function drawn(actor: Actor, message: Asked): Promise<Reply | undefined> {
    const seen = await decisions.seen(actor, String(message.subject.trial)).catch(error => {
      if (error instanceof Refusal) return undefined
      throw error
    })
    return seen && isAskedStill(seen, message.subject) ? askReply(actor, seen, message) : undefined
  }

  return {
    verbs: {
      'trial-decisions.message': async (actor, { data }) => {
        const message = await messages.show(actor, parse(shown, data).message)
        return (await drawn(actor, message)) ?? asItStands(actor, String(message.subject.trial))
      },
    },
    facts: {
      'trial-decisions.tell': ({ payload }) => drawClaimed(messages, String(payload.message), drawn),
      'trials.ask-decision': async ({ payload: { trial, turn, week } }) => {
        await asking.ask(String(trial), Number(turn), Number(week))
        return []
      },
      'trials.decided': async ({ payload: { trial, by, after } }) => {
        await telling.tellPage(String(trial), String(by), String(after))
        return []
      },
      'ideas.moderated': async ({ payload }) => {
        await asking.catchUp(String(payload.idea))
        return []
      },
      'steps.ended': async ({ payload: { kind, id, step, by = '' } }) => {
        if (kind === 'trial') await telling.followed(String(id), String(step), String(by))
        return []
      },
    },
  } satisfies Handlers
}
