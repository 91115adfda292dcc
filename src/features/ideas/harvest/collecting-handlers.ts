import { z } from 'zod'
import { formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import { idempotencyKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import { noticeOf } from '../../../conversation/replies/refusal-notices.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { TabLink } from '../../../kernel/requests/tab-link.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { IdeaAxes } from '../card/frame-cards.ts'
import { type IdeaReplies, id, none } from '../card/reply-handlers.ts'
import { gatheringCard } from './collecting-cards.ts'
import type { CollectingUsecases } from './collecting-usecases.ts'
import { harvestPage } from './domain.ts'
import type { HarvestReadingUsecases } from './reading-usecases.ts'

// Fields that are not text count as empty.
const typed = z.string().catch('')
const unnamed = z.enum(['on', 'off']).catch('off')
const said = z.object({ workshop: id, text: typed, axis: none, table: typed, unnamed, nonce: none })

type Parts = {
  readonly collecting: Pick<CollectingUsecases, 'begunWorkshop' | 'asideFor' | 'collect'>
  readonly harvestReading: Pick<HarvestReadingUsecases, 'mayHarvest'>
  readonly programme: IdeaAxes
  readonly words: (language: Language) => Words
  readonly ids: Ids
  readonly tabLink: TabLink
}

/** Collecting ideas at a workshop: the form, and what it sends. */
export function collectingHandlers(
  { collecting, harvestReading, programme, words, ids, tabLink }: Parts,
  { reply, done, oneReply }: IdeaReplies,
): Handlers {
  async function form(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { workshop, nonce, ...given } = parse(said, pressed.data)
    const found = await collecting.begunWorkshop(actor, workshop)
    const w = words(actor.language)
    const harvest = (await harvestReading.mayHarvest(actor, workshop))
      ? tabLink('personal', harvestPage(workshop, given.table))
      : ''
    const refused = await collecting.asideFor(actor, found)
    const more = { harvest, aside: refused !== undefined }
    const card = gatheringCard(w, programme, found, formNonce(ids, actor, nonce), given, more)
    return reply(actor.language, card, w.say('idea.form.title'), refused && noticeOf(refused, w))
  }

  async function collect(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { nonce: _, unnamed, ...given } = parse(said, pressed.data)
    const whose = unnamed === 'on' ? { unnamed: true } : {}
    const idea = await collecting.collect(actor, { ...given, ...whose }, idempotencyKeys(actor, pressed))
    return oneReply(actor, idea, done(actor, pressed, 'idea.received', 'idea.received.sub'))
  }

  return { verbs: { 'ideas.gather-form': form, 'ideas.gather': { run: collect, redraw: form } } }
}
