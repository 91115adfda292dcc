import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { WorkshopSeen } from '../workshop/domain.ts'
import type { WorkshopReadUsecases } from '../workshop/usecases.ts'
import { type AnswerContext, answerReply, noticeOf, seenBy } from './handlers.ts'
import { daysCard } from './swap-cards.ts'
import type { SwapUsecases } from './swap-usecases.ts'
import type { RegistrationUsecases } from './usecases.ts'

type Parts = AnswerContext & {
  readonly workshops: Pick<WorkshopReadUsecases, 'show'>
  readonly registrations: Pick<RegistrationUsecases, 'confirm' | 'pass' | 'swap'>
  readonly swaps: SwapUsecases
}

/** Rows per card: four buttons leave one for the next page and one for the way back. */
const PAGE = 4

const id = z.string().regex(ID)
const after = z.string().max(200).optional()
const chosen = z.object({ workshop: id, after })
const paged = z.object({ workshop: id, skip: z.coerce.number().int().min(0).max(100).default(0) })
const swapped = z.object({ workshop: id, to: id })

const FULL = ['workshop-full', 'direction-full']

/** The swap found no seat: the person keeps theirs and is told so. */
function refuseSwap(error: unknown, { stage, startsAt: at }: WorkshopSeen): never {
  if (error instanceof Refusal && FULL.includes(error.code) && stage !== 'cancelled')
    throw new Refusal('swap-full', { at })
  throw error
}

/** Confirming or declining an offered seat, and swapping a seat for another day. */
export function seatHandlers(parts: Parts): Handlers {
  const { workshops, registrations, swaps, programme, words } = parts

  async function confirm(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { workshop, after: from } = parse(chosen, pressed.data)
    const seen = await registrations.confirm(actor, workshop)
    return answerReply(parts, actor, seen, { from, notice: noticeOf(words(actor.language), seen, pressed) })
  }

  async function pass(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { workshop, after: from } = parse(chosen, pressed.data)
    const seen = await registrations.pass(actor, workshop)
    const w = words(actor.language)
    const text = w.say(seen.isFree ? 'workshop.passed.free' : 'workshop.passed.next')
    const notice = seenBy(w, { tone: 'good', title: w.say('workshop.passed'), text }, pressed)
    return answerReply(parts, actor, seen, { from, notice })
  }

  /** The card of the person's own answer, unchanged. */
  async function mine(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { workshop, after: from } = parse(chosen, pressed.data)
    return answerReply(parts, actor, await workshops.show(actor, workshop), { from })
  }

  async function choose(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { workshop, skip } = parse(paged, data)
    const w = words(actor.language)
    const { from, ...page } = await swaps.daysFor(actor, workshop, { skip, limit: PAGE })
    const card = daysCard({ words: w, programme }, from, page)
    return { card, language: actor.language, summary: w.say('workshop.swap.title') }
  }

  async function swap(actor: Actor, pressed: Pressed): Promise<Reply> {
    const { workshop, to } = parse(swapped, pressed.data)
    const w = words(actor.language)
    const before = await workshops.show(actor, workshop)
    const seen = await registrations.swap(actor, workshop, to).catch(error => refuseSwap(error, before))
    const title = w.say('workshop.swapped', { date: w.shortDay(seen.startsAt) })
    const text = w.say('workshop.swapped.sub', { date: w.shortDay(before.startsAt) })
    const notice = seenBy(w, { tone: 'good', title, ...(before.stage !== 'cancelled' && { text }) }, pressed)
    return answerReply(parts, actor, seen, { notice })
  }

  return {
    verbs: {
      'workshops.confirm': { run: confirm, redraw: mine },
      'workshops.pass': { run: pass, redraw: mine },
      'workshops.days': choose,
      'workshops.swap': { run: swap, redraw: choose },
    },
  }
}
