import { z } from 'zod'
import { formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import { onceKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { type HandlerParts, id, none, type Replies } from '../card/reply-handlers.ts'
import { gatheringCard } from './collecting-cards.ts'
import { harvestPage } from './domain.ts'

// What is no text counts as left empty.
const typed = z.string().catch('')
const unnamed = z.enum(['on', 'off']).catch('off')
const said = z.object({ workshop: id, text: typed, axis: none, table: typed, unnamed, nonce: none })

/** How ideas are gathered at a workshop: the form, and the idea with its workshop and table. */
export function gatheringHandlers(
  { ideas, programme, words, ids, tabLink }: HandlerParts,
  { reply, done, oneReply }: Replies,
): Handlers {
  async function form(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { workshop, nonce, ...given } = parse(said, pressed.data)
    const found = await ideas.gathering(actor, workshop)
    const w = words(actor.language)
    const harvest = (await ideas.mayHarvest(actor, workshop))
      ? tabLink('personal', harvestPage(workshop, given.table))
      : ''
    const card = gatheringCard(w, programme, found, formNonce(ids, actor, nonce), given, harvest)
    return reply(actor.language, card, w.say('idea.form.title'))
  }

  async function gather(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { nonce: _, unnamed, ...given } = parse(said, pressed.data)
    const whose = unnamed === 'on' ? { unnamed: true } : {}
    const idea = await ideas.gather(actor, { ...given, ...whose }, onceKeys(actor, pressed))
    return oneReply(actor, idea, done(actor, pressed, 'idea.received', 'idea.received.sub'))
  }

  return { verbs: { 'ideas.gather-form': form, 'ideas.gather': { run: gather, redraw: form } } }
}
