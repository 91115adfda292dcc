import { z } from 'zod'
import type { Handlers } from '../../conversation/handlers.ts'
import type { Pressed } from '../../conversation/incoming.ts'
import { onceKeys } from '../../conversation/once-keys.ts'
import type { Notice, Outgoing, Reply } from '../../conversation/reply.ts'
import type { Actor } from '../../kernel/actor.ts'
import { parse } from '../../kernel/parse.ts'
import { permit } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { channelTitle } from '../channels/index.ts'
import { type BoxDraft, boxFormCard, boxOpenedCard } from './box-cards.ts'
import { PERMISSIONS } from './domain.ts'
import { formCard } from './form-cards.ts'
import { type HandlerParts, none, type Replies } from './ground-handlers.ts'

const boxDraft = z.object({ question: z.string().default(''), channel: none, nonce: none })

/** Where a channel stands today, or nothing once the bot is gone from it. */
export async function addressOf(
  { channels }: Pick<HandlerParts, 'channels'>,
  channel: string,
): Promise<string | undefined> {
  const found = await channels.find(channel).catch(error => {
    if (error instanceof Refusal) return undefined
    throw error
  })
  return found?.address
}

export function boxHandlers(parts: HandlerParts, { reply }: Replies): Handlers {
  const { ideas, channels, programme, words, home, ids } = parts

  async function boxFormReply(actor: Actor, nonce: string, given: BoxDraft = {}): Promise<Reply> {
    permit(PERMISSIONS.openBox, actor.role)
    const w = words(actor.language)
    const card = boxFormCard(w, await channels.list(), nonce, given)
    return reply(actor.language, card, w.say('idea.box.title'))
  }

  async function openBox(actor: Actor, pressed: Pressed): Promise<Reply> {
    const box = await ideas.openBox(actor, parse(boxDraft, pressed.data), onceKeys(actor, pressed))
    const w = words(actor.language)
    const channel = await channels.find(box.channel)
    const title = w.say('idea.box.opened')
    const notice: Notice = { tone: 'good', title, text: w.say('idea.box.opened.sub') }
    const summary = `${title} ${channelTitle(w, channel)}`
    return reply(actor.language, boxOpenedCard(w, box, channel), summary, notice)
  }

  async function postBox(id: string): Promise<readonly Outgoing[]> {
    const box = await ideas.box(id)
    const to = await addressOf(parts, box.channel)
    if (to === undefined) return []
    const card = formCard(words(home), programme, '', box)
    return [{ to, key: `box:${id}`, reply: reply(home, card, box.question) }]
  }

  return {
    verbs: {
      'ideas.box-form': async actor => boxFormReply(actor, ids.nonce()),
      'ideas.open-box': {
        run: openBox,
        redraw: async (actor, pressed) => {
          const { nonce, ...given } = parse(boxDraft, pressed.data)
          return boxFormReply(actor, nonce, given)
        },
      },
    },
    facts: { 'ideas.box-opened': ({ payload }) => postBox(String(payload.box)) },
  }
}
