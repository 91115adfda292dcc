import { z } from 'zod'
import { formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import { idempotencyKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Outgoing, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { type ChannelUsecases, placesText, postsIn, targetsNotice, whereOf } from '../../channels/index.ts'
import type { Programme } from '../../programme/index.ts'
import { type IdeaReplies, none } from '../card/reply-handlers.ts'
import { type BoxFields, boxFormCard, boxOpenedCard } from './cards.ts'
import { BOX_PERMISSIONS } from './domain.ts'
import { closedBox, postedBox } from './preview-cards.ts'
import type { BoxUsecases } from './usecases.ts'

const boxDraft = z.object({
  question: z.string().default(''),
  // A card drawn before there were kinds does not send it.
  kind: z.enum(['ideas', 'question']).default('ideas'),
  channel: none,
  directions: z.string().catch(''),
  nonce: none,
})

type Parts = {
  readonly boxes: Pick<BoxUsecases, 'openBox' | 'box' | 'takesQuestions'>
  readonly channels: Pick<ChannelUsecases, 'list' | 'announced' | 'targets'>
  readonly programme: Programme
  readonly home: Language
  readonly words: (language: Language) => Words
  readonly ids: Ids
}

export function boxHandlers(parts: Parts, { reply }: IdeaReplies): Handlers {
  const { boxes, channels, programme, words, ids } = parts

  async function boxFormReply(actor: Actor, nonce: string, fields?: BoxFields): Promise<Reply> {
    permit(BOX_PERMISSIONS.openBox, actor.role)
    const w = words(actor.language)
    const parts = { words: w, channels: await channels.list(), directions: programme.directions, nonce }
    const takesQuestions = boxes.takesQuestions()
    const card = boxFormCard({ ...parts, takesQuestions, ...(fields && { fields }) })
    return reply(actor.language, card, w.say('idea.box.title'))
  }

  async function openBox(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { question, kind, ...fields } = parse(boxDraft, pressed.data)
    const where = whereOf(fields)
    const box = await boxes.openBox(actor, { question, kind, where }, idempotencyKeys(actor, pressed))
    const w = words(actor.language)
    const places = await channels.announced({ thing: 'box', id: box.id })
    const missing = targetsNotice(w, programme.directions, await channels.targets(where))
    const title = w.say('idea.box.opened')
    const lines = [
      w.say('idea.box.opened.sub', { count: places.length }),
      ...(missing ? [missing.title, missing.text] : []),
    ]
    const notice: Notice = { tone: 'good', title, text: lines.join(' ') }
    const summary = `${title} ${placesText(w, places)}`
    return reply(actor.language, boxOpenedCard(w, box, places), summary, notice)
  }

  async function postBox(id: string): Promise<readonly Outgoing[]> {
    const box = await boxes.box(id)
    const what = { thing: 'box', id } as const
    const reply = box.closedAt === undefined ? postedBox(parts, box) : closedBox(parts, box)
    return postsIn(what, await channels.announced(what), reply)
  }

  return {
    verbs: {
      'ideas.box-form': async actor => boxFormReply(actor, formNonce(ids, actor)),
      'ideas.open-box': {
        run: openBox,
        redraw: async (actor, pressed) => {
          const { nonce, ...fields } = parse(boxDraft, pressed.data)
          return boxFormReply(actor, formNonce(ids, actor, nonce), fields)
        },
      },
    },
    facts: {
      'ideas.box-opened': ({ payload }) => postBox(String(payload.box)),
      'ideas.box-changed': ({ payload }) => postBox(String(payload.box)),
    },
  }
}
