import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { may } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { MessageFoot, MoveLine, Subject } from '../../messages/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { GalleryUsecases } from '../gallery/usecases.ts'
import { button } from '../initiative/button-cards.ts'
import { goneCard, sheetCard } from '../initiative/cards.ts'
import { INITIATIVE_PERMISSIONS, type SheetSeen } from '../initiative/domain.ts'
import type { InitiativeReplies } from '../initiative/reply-handlers.ts'
import type { MemberUsecases } from '../members/usecases.ts'
import { type InitiativeNews, newsSummary, newsText } from './cards.ts'

/** Notifications for the owner alone. */
const OWNERS = ['handed-over', 'joined', 'inspired', 'hidden']

/** Whether the news are so still: it has not moved to another phase, nor found somebody who carries it. */
function isSo(sheet: SheetSeen, { step, phase = sheet.phase }: Subject): boolean {
  if (OWNERS.includes(String(step))) return sheet.mine
  return phase === sheet.phase && !(step === 'released' && sheet.owner !== undefined)
}

/** Who joined is told of all spans together, and hides nothing else of the initiative; so is each that it inspired. */
function thingOf({ step, idea, from }: Subject): string {
  if (step === 'joined') return `${idea}:joined`
  return step === 'inspired' ? `${idea}:inspired:${from}` : String(idea)
}

/** Its span widened over those of the `others` about the same initiative. */
function together(subject: Subject, others: readonly Subject[]): Subject {
  const { idea, step } = subject
  if (step !== 'joined') return subject
  const all = others.filter(other => other.step === step && other.idea === idea)
  const from = Math.min(...all.map(other => Number(other.from)))
  return { idea: String(idea), step, from, until: Math.max(...all.map(({ until }) => Number(until))) }
}

type DrawnParts = {
  readonly members: Pick<MemberUsecases, 'newcomers'>
  readonly gallery: Pick<GalleryUsecases, 'posted' | 'sheet'>
  readonly ideas: Pick<IdeaUsecases, 'posted' | 'hasCommented'>
  readonly programme: Pick<Programme, 'axis' | 'direction'>
  readonly words: (language: Language) => Words
}

/** What a message is about, and the foot of its card. */
type Told = { readonly subject: Subject } & MessageFoot

/** Draws what is told of an initiative to its owner, members and followers, as it is now. */
export function drawingNews(parts: DrawnParts, { reply }: InitiativeReplies) {
  const { members, gallery, ideas, programme, words } = parts

  const sheetOf = (actor: Actor, { idea }: Subject) => gallery.sheet(actor, String(idea))

  /** Current data that the sentence needs besides the sheet, such as names. */
  async function newsOf(sheet: SheetSeen, subject: Subject): Promise<InitiativeNews> {
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

  /** Whether it is theirs to know: they carry it, take part, wrote, support or commented its idea. */
  async function isConcerned(actor: Actor, sheet: SheetSeen, subject: Subject): Promise<boolean> {
    if (!isSo(sheet, subject)) return false
    const { mine, joined, idea } = sheet
    return mine || joined || idea.mine || idea.supported || ideas.hasCommented(actor.id, idea.id)
  }

  async function sheetReply(actor: Actor, { subject, foot }: Told, sheet: SheetSeen): Promise<Reply> {
    const news = await newsOf(sheet, subject)
    const w = words(actor.language)
    const { after } = news
    const first = after === undefined ? [] : [button(w.say('idea.see'), 'ideas.show', { idea: after })]
    // A sentence that is no longer true is left out.
    const sentence = (await isConcerned(actor, sheet, subject)) ? newsText(w, sheet, news) : ''
    const beside = { told: sentence, foot, first }
    const card = sheetCard(w, programme, sheet, may(INITIATIVE_PERMISSIONS.join, actor.role), beside)
    return reply(actor.language, card, sentence === '' ? sheet.title : newsSummary(w, sheet, news))
  }

  /** To the owner: that it is hidden, and why; undefined once it is shown again. */
  async function hiddenReply(actor: Actor, { subject, foot }: Told): Promise<Reply | undefined> {
    const { owner, idea } = (await gallery.posted(String(subject.idea)))?.initiative ?? {}
    if (owner !== actor.id || !idea?.hidden) return undefined
    const w = words(actor.language)
    return reply(actor.language, goneCard(w, idea.hidden.reason, foot), w.say('initiative.gone'))
  }

  /** Runs `draw` on the sheet while it concerns them; undefined once it is gone or does so no more. */
  async function ifConcerned<T>(
    actor: Actor,
    subject: Subject,
    draw: (sheet: SheetSeen) => Promise<T>,
  ): Promise<T | undefined> {
    const sheet = await sheetOf(actor, subject).catch(error => {
      if (error instanceof Refusal) return undefined
      throw error
    })
    return sheet && (await isConcerned(actor, sheet, subject)) ? draw(sheet) : undefined
  }

  async function lineOf(actor: Actor, sheet: SheetSeen, subject: Subject): Promise<MoveLine> {
    const w = words(actor.language)
    const news = await newsOf(sheet, subject)
    return {
      thing: thingOf(subject),
      title: sheet.title,
      what: newsText(w, sheet, news),
      open: w.say('initiative.see'),
    }
  }

  return {
    together,
    /** The card by the current state. @throws Refusal where it may not be read any more */
    async redrawn(actor: Actor, told: Told): Promise<Reply> {
      const hidden = told.subject.step === 'hidden' && (await hiddenReply(actor, told))
      return hidden || sheetReply(actor, told, await sheetOf(actor, told.subject))
    },
    /** The message; undefined when it is out of date. */
    drawn: (actor: Actor, told: Told): Promise<Reply | undefined> =>
      told.subject.step === 'hidden'
        ? hiddenReply(actor, told)
        : ifConcerned(actor, told.subject, sheet => sheetReply(actor, told, sheet)),
    /** The same as a line; undefined when it is out of date. */
    line: (actor: Actor, subject: Subject): Promise<MoveLine | undefined> =>
      ifConcerned(actor, subject, sheet => lineOf(actor, sheet, subject)),
  }
}
