import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID_OR_NONE } from '../../../kernel/text/id-format.ts'
import { type AnswerContext, answerReply } from '../registration/handlers.ts'
import { reply, type SeriesContext, seriesSheet } from '../series/handlers.ts'
import type { WorkshopSeen } from '../workshop/domain.ts'
import type { WorkshopReadUsecases } from '../workshop/usecases.ts'
import { callOffCard, callOffSeriesCard } from './cards.ts'
import { cancelSeriesSureCard, cancelSureCard } from './confirmation-cards.ts'
import { CANCELLATION_PERMISSIONS, callingOffOf, mayCallOff, type Off, reasonOf } from './domain.ts'
import type { CallOffUsecases } from './usecases.ts'

type Parts = SeriesContext &
  AnswerContext & {
    readonly workshops: Pick<WorkshopReadUsecases, 'show'>
    readonly callOffs: CallOffUsecases
  }

const id = z.string().regex(ID_OR_NONE).catch('')
/** One workshop, or a whole series. `sure`: it was confirmed. */
const target = z.object({
  workshop: id,
  series: id,
  reason: z.string().catch(''),
  sure: z.literal(true).optional().catch(undefined),
})

/** Cancelling and postponing workshops. */
export function callOffHandlers(parts: Parts): Handlers {
  const { series, workshops, callOffs, programme, words, clock } = parts

  async function workshopOf(actor: Actor, id: string): Promise<WorkshopSeen> {
    const workshop = await workshops.show(actor, id)
    if (!mayCallOff(workshop, clock.now())) throw new Refusal('call-off-over', { at: workshop.startsAt })
    return workshop
  }

  async function form(actor: Actor, { data }: Pressed): Promise<Reply> {
    permit(CANCELLATION_PERMISSIONS.callOff, actor.role)
    const context = { words: words(actor.language), programme }
    const { workshop: id, series: of, reason } = parse(target, data)
    const summary = context.words.say('off.form')
    if (id === '') {
      const { series: all } = await series.sheet(actor, of)
      const concerned = await callOffs.concerned(actor, all.days)
      return reply(actor, callOffSeriesCard(context, all, concerned, reason), summary)
    }
    const workshop = await workshopOf(actor, id)
    const concerned = await callOffs.concerned(actor, [workshop])
    return reply(actor, callOffCard(context, workshop, concerned, reason), summary)
  }

  /** Confirmation with the number of seats lost. @throws Refusal of `reasonOf`, as cancelling does */
  async function ask(actor: Actor, { data }: Pressed): Promise<Reply> {
    permit(CANCELLATION_PERMISSIONS.callOff, actor.role)
    const context = { words: words(actor.language), programme }
    const { workshop: id, series: of, reason: typed } = parse(target, data)
    const reason = reasonOf(typed)
    const summary = context.words.say('off.form')
    const aimed = { target: { workshop: id, series: of }, reason }
    if (id === '') {
      const { series: all } = await series.sheet(actor, of)
      const concerned = await callOffs.concerned(actor, all.days)
      const card = cancelSeriesSureCard(context, all, { ...aimed, ...concerned })
      return reply(actor, card, summary)
    }
    const workshop = await workshopOf(actor, id)
    const card = cancelSureCard(context, workshop, {
      ...aimed,
      ...(await callOffs.concerned(actor, [workshop])),
    })
    return reply(actor, card, summary)
  }

  async function callOff(actor: Actor, { data }: Pressed, off: Off): Promise<Reply> {
    const { say } = words(actor.language)
    const { workshop: id, series: of, reason } = parse(target, data)
    const told = { tone: 'good', text: say('off.told') } as const
    if (id === '' && off === 'cancelled') {
      await callOffs.cancelSeries(actor, of, reason)
      return seriesSheet(parts, actor, of, { ...told, title: say('off.cancelled.series') })
    }
    const notice = { ...told, title: say(`off.${off}`) }
    const { series: its } = await callOffs.callOff(actor, id, off, reason)
    if (its !== '') return seriesSheet(parts, actor, its, notice)
    return answerReply(parts, actor, await workshops.show(actor, id), { notice })
  }

  /** Asks for confirmation, also from a card posted before confirmations existed. */
  const cancel = (actor: Actor, pressed: Pressed): Promise<Reply> =>
    parse(target, pressed.data).sure ? callOff(actor, pressed, 'cancelled') : ask(actor, pressed)

  /** The current workshop, where it can no longer be called off. */
  async function stands(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { workshop: id, series: of } = parse(target, data)
    return id === ''
      ? seriesSheet(parts, actor, of)
      : answerReply(parts, actor, await workshops.show(actor, id))
  }

  return {
    verbs: {
      'workshops.call-off-form': { run: form, redraw: stands },
      'workshops.cancel': { run: cancel, redraw: form },
      'workshops.postpone': { run: (actor, pressed) => callOff(actor, pressed, 'postponed'), redraw: form },
    },
    facts: {
      'workshops.called-off': async fact => {
        await callOffs.tellConcerned(callingOffOf(fact))
        return []
      },
    },
  }
}
