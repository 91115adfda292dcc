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
import type { IdeaUsecases } from '../../ideas/index.ts'
import { foot, type Message, type MessageUsecases, type Subject } from '../../messages/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { GalleryUsecases } from '../gallery/usecases.ts'
import { button } from '../initiative/button-cards.ts'
import { goneCard, sheetCard } from '../initiative/cards.ts'
import { INITIATIVE_PERMISSIONS, type SheetSeen } from '../initiative/domain.ts'
import { type InitiativeReplies, id } from '../initiative/reply-handlers.ts'
import type { MemberUsecases } from '../members/usecases.ts'
import { type InitiativeNews, newsSummary, newsText } from './cards.ts'

const shown = z.object({ message: id })

/** Notifications for the owner alone. */
const OWNERS = ['handed-over', 'joined', 'inspired', 'hidden']

/**
 * Whether the notification still concerns the reader: they carry or follow it, and it has not moved to another phase.
 */
function concerns(sheet: SheetSeen, { step, phase = sheet.phase }: Subject): boolean {
  const { mine, joined, idea, phase: now } = sheet
  if (OWNERS.includes(String(step))) return mine
  if (step === 'released' && sheet.owner !== undefined) return false
  return phase === now && (mine || joined || idea.mine || idea.supported)
}

type Parts = {
  readonly members: Pick<MemberUsecases, 'newcomers' | 'tellJoined' | 'tellHidden' | 'tellInspired'>
  readonly gallery: Pick<GalleryUsecases, 'posted' | 'sheet'>
  readonly ideas: Pick<IdeaUsecases, 'posted'>
  readonly messages: Pick<MessageUsecases, 'claim' | 'drop' | 'show'>
  readonly programme: Pick<Programme, 'axis' | 'direction'>
  readonly words: (language: Language) => Words
}

/** Personal messages about an initiative, to its owner, members and followers. */
export function messageHandlers(parts: Parts, { reply }: InitiativeReplies) {
  const { members, gallery, ideas, messages, programme, words } = parts

  /** Current data that the sentence needs besides the sheet, such as names. */
  async function newsOf(sheet: SheetSeen, { subject }: Pick<Message, 'subject'>): Promise<InitiativeNews> {
    const step = String(subject.step)
    const span = { from: Number(subject.from), until: Number(subject.until) }
    const names = step === 'joined' ? await members.newcomers(sheet.id, span, sheet.owner ?? '') : []
    const after = step === 'inspired' ? await ideas.posted(String(subject.from)) : undefined
    const direction = programme.direction(after?.direction ?? '')?.name
    return {
      step,
      names,
      ...(direction !== undefined && { direction }),
      ...(after?.state !== 'withdrawn' && !after?.hidden && after && { after: after.id }),
    }
  }

  type Drawn = Pick<Message, 'id' | 'round' | 'subject'>
  async function messageReply(actor: Actor, message: Drawn, sheet: SheetSeen): Promise<Reply> {
    const news = await newsOf(sheet, message)
    const w = words(actor.language)
    const { after } = news
    const first = after === undefined ? [] : [button(w.say('idea.see'), 'ideas.show', { idea: after })]
    // A sentence that is no longer true is left out.
    const sentence = concerns(sheet, message.subject) ? newsText(w, sheet, news) : ''
    const beside = { told: sentence, foot: foot(w, message).foot, first }
    const card = sheetCard(w, programme, sheet, may(INITIATIVE_PERMISSIONS.join, actor.role), beside)
    return reply(actor.language, card, sentence === '' ? sheet.title : newsSummary(w, sheet, news))
  }

  /** To the owner: that it is hidden, and why; undefined once it is shown again. */
  async function hiddenReply(actor: Actor, message: Drawn): Promise<Reply | undefined> {
    const { owner, idea } = (await gallery.posted(String(message.subject.idea)))?.initiative ?? {}
    if (owner !== actor.id || !idea?.hidden) return undefined
    const w = words(actor.language)
    const card = goneCard(w, idea.hidden.reason, foot(w, message).foot)
    return reply(actor.language, card, w.say('initiative.gone'))
  }

  async function drawn(actor: Actor, message: Drawn): Promise<Reply | undefined> {
    if (message.subject.step === 'hidden') return hiddenReply(actor, message)
    const sheet = await gallery.sheet(actor, String(message.subject.idea))
    return concerns(sheet, message.subject) ? messageReply(actor, message, sheet) : undefined
  }

  async function tell(ticket: string): Promise<readonly Outgoing[]> {
    const claimed = await messages.claim(ticket)
    if (!claimed) return []
    const message = await drawn(claimed.actor, claimed).catch(error => {
      if (error instanceof Refusal) return undefined
      throw error
    })
    if (message) return [{ to: claimed.to, key: claimed.key, reply: message }]
    await messages.drop(claimed.id)
    return []
  }

  async function redrawn(actor: Actor, pressed: Pressed): Promise<Reply> {
    const message = await messages.show(actor, parse(shown, pressed.data).message)
    const hidden = message.subject.step === 'hidden' && (await hiddenReply(actor, message))
    if (hidden) return hidden
    return messageReply(actor, message, await gallery.sheet(actor, String(message.subject.idea)))
  }

  return {
    verbs: { 'initiatives.message': redrawn },
    facts: {
      'initiatives.tell': ({ payload }) => tell(String(payload.message)),
      'initiatives.joined': async ({ payload }) => {
        await members.tellJoined(String(payload.idea))
        return []
      },
      'ideas.moderated': async ({ payload }) => {
        await members.tellHidden(String(payload.idea))
        return []
      },
      'ideas.inspired': async ({ payload }) => {
        await members.tellInspired(String(payload.idea), String(payload.by))
        return []
      },
    },
  } satisfies Handlers
}
