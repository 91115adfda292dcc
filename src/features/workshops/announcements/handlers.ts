import { formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import { idempotencyKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Outgoing, Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Fact } from '../../../kernel/storage/outbox.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import {
  type Channel,
  type ChannelUsecases,
  PUT_RIGHT,
  postsIn,
  targetsNotice,
  whereOf,
} from '../../channels/index.ts'
import { type AnswerContext, answerReply } from '../registration/handlers.ts'
import { summaryOf } from '../workshop/cards.ts'
import { type TypedNew, WORKSHOP_PERMISSIONS } from '../workshop/domain.ts'
import { momentOfFact } from '../workshop/facts.ts'
import { formFields, typedDraft, type WorkshopFormFields } from '../workshop/form.ts'
import { formCard, previewCard, publishedNotice } from '../workshop/form-cards.ts'
import type { PublishingUsecases } from '../workshop/publishing-usecases.ts'
import type { WorkshopReadUsecases } from '../workshop/usecases.ts'
import { type AnnouncementPreviews, postedWorkshop } from './cards.ts'
import type { PostedCardUsecases } from './usecases.ts'

type Parts = AnswerContext & {
  readonly workshops: Pick<WorkshopReadUsecases, 'posted' | 'lately'>
  readonly publishing: PublishingUsecases
  readonly cards: Pick<PostedCardUsecases, 'drawn' | 'isDue' | 'seatsTurned'>
  readonly channels: Pick<ChannelUsecases, 'list' | 'announced'>
  readonly home: Language
  readonly previews: AnnouncementPreviews
  readonly ids: Ids
  readonly clock: Clock
}

function typedNew(fields: WorkshopFormFields, zone: string): TypedNew {
  return { ...typedDraft(fields, zone), where: whereOf(fields) }
}

export function workshopHandlers(parts: Parts): Handlers {
  const { workshops, publishing, cards, channels, programme, words, previews, ids, clock } = parts
  /** Channels to choose from. @throws Refusal `no-channel` when the bot is in none */
  async function offered(actor: Actor): Promise<readonly Channel[]> {
    permit(WORKSHOP_PERMISSIONS.publish, actor.role)
    const found = await channels.list()
    if (found.length === 0) throw new Refusal('no-channel')
    return found
  }

  /** The empty form, or filled in when one comes back to it. */
  async function form(actor: Actor, { data }: Pressed): Promise<Reply> {
    const w = words(actor.language)
    const typed = parse(formFields, data)
    const nonce = formNonce(ids, actor, typed.nonce)
    const fields = typed.nonce === '' ? {} : { fields: typed }
    const found = await offered(actor)
    const card = formCard({ words: w, programme, channels: found, nonce, now: clock.now(), ...fields })
    return { card, language: actor.language, summary: w.say('workshop.form.title') }
  }

  async function preview(actor: Actor, { data }: Pressed): Promise<Reply> {
    const w = words(actor.language)
    const fields = parse(formFields, data)
    const { draft, targets } = await publishing.check(actor, typedNew(fields, w.zone))
    const { posted } = previews.draft(draft, actor.id)
    const card = previewCard({ words: w, posted, channels: targets.channels, fields })
    const summary = summaryOf({ words: w, programme }, draft)
    const notice = targetsNotice(w, programme.directions, targets)
    return { card, language: actor.language, summary, ...(notice && { notice }) }
  }

  async function publish(actor: Actor, pressed: Pressed): Promise<Reply> {
    const w = words(actor.language)
    const fields = parse(formFields, pressed.data)
    const workshop = await publishing.publish(
      actor,
      typedNew(fields, w.zone),
      idempotencyKeys(actor, pressed),
    )
    const notice = publishedNotice(w, await channels.announced({ thing: 'workshop', id: workshop.id }))
    return answerReply(parts, actor, workshop, { notice })
  }

  /** The current card, for each channel that can be posted to, or for those of one `team`. */
  async function post(workshop: string, team?: string): Promise<readonly Outgoing[]> {
    const what = { thing: 'workshop', id: workshop } as const
    const there = await channels.announced(what)
    // A day is shown on the card of its series.
    const found = there.length === 0 ? undefined : await workshops.posted(workshop)
    if (!found) return []
    await cards.drawn([found])
    const reply = postedWorkshop(parts, found)
    const again = team === undefined ? undefined : { team, ended: found.stage === 'over' }
    return postsIn(what, there, reply, again)
  }

  /** The bot can write to a team again: edits the cards that went out of date. */
  async function putRight(team: string): Promise<readonly Outgoing[]> {
    const posts = (await workshops.lately(PUT_RIGHT)).map(id => post(id, team))
    return (await Promise.all(posts)).flat()
  }

  async function changed({ payload }: Fact): Promise<readonly Outgoing[]> {
    const id = String(payload.workshop)
    return (await cards.isDue(id, momentOfFact({ payload }))) ? post(id) : []
  }

  return {
    verbs: {
      'workshops.form': form,
      'workshops.preview': { run: preview, redraw: form },
      'workshops.publish': { run: publish, redraw: form },
    },
    facts: {
      'workshops.changed': changed,
      'workshops.room': async ({ payload }) => {
        await cards.seatsTurned(String(payload.workshop))
        return []
      },
      'channels.back': ({ payload }) => putRight(String(payload.team)),
    },
  }
}
