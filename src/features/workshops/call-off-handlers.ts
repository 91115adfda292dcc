import { z } from 'zod'
import type { Handlers } from '../../conversation/handlers.ts'
import type { Pressed } from '../../conversation/incoming.ts'
import type { Reply } from '../../conversation/reply.ts'
import type { Actor } from '../../kernel/actor.ts'
import { ID_OR_NONE } from '../../kernel/id.ts'
import { parse } from '../../kernel/parse.ts'
import { permit } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { TabLink } from '../../kernel/tab-link.ts'
import { answerReply } from './answer-handlers.ts'
import { callingOffOf, mayCallOff, type Off } from './call-off.ts'
import { callOffCard, callOffSeriesCard } from './call-off-cards.ts'
import type { CallOffUsecases } from './call-off-usecases.ts'
import { PERMISSIONS } from './domain.ts'
import { reply, type SeriesVoice, seriesSheet } from './series-handlers.ts'
import type { WorkshopUsecases } from './usecases.ts'

type Parts = SeriesVoice & {
  readonly workshops: WorkshopUsecases
  readonly callOffs: CallOffUsecases
  /** Address of a workshop's calendar file. */
  readonly calendarOf: (workshop: string) => string
  readonly tabLink: TabLink
}

const id = z.string().regex(ID_OR_NONE).catch('')
/** One workshop, or a whole series. */
const target = z.object({ workshop: id, series: id, reason: z.string().catch('') })

/** What an organiser makes of workshops that do not take place when they were announced. */
export function callOffHandlers(parts: Parts): Handlers {
  const { series, workshops, callOffs, programme, words, clock } = parts

  async function form(actor: Actor, { data }: Pressed): Promise<Reply> {
    permit(PERMISSIONS.callOff, actor.role)
    const voice = { words: words(actor.language), programme }
    const { workshop: id, series: of, reason } = parse(target, data)
    const summary = voice.words.say('off.form')
    if (id === '')
      return reply(actor, callOffSeriesCard(voice, (await series.sheet(actor, of)).series, reason), summary)
    const workshop = await workshops.show(actor, id)
    if (!mayCallOff(workshop, clock.now())) throw new Refusal('call-off-over', { at: workshop.startsAt })
    return reply(actor, callOffCard(voice, workshop, reason), summary)
  }

  async function callOff(actor: Actor, { data }: Pressed, off: Off): Promise<Reply> {
    const { say } = words(actor.language)
    const { workshop: id, series: of, reason } = parse(target, data)
    const notice = { tone: 'good', title: say(`off.${off}`), text: say('off.told') } as const
    if (id === '' && off === 'cancelled') {
      await callOffs.cancelSeries(actor, of, reason)
      return seriesSheet(parts, actor, of, notice)
    }
    const { series: its } = await callOffs.callOff(actor, id, off, reason)
    if (its !== '') return seriesSheet(parts, actor, its, notice)
    return answerReply(parts, actor, await workshops.show(actor, id), { notice })
  }

  /** Where it cannot be called off any more: as it stands. */
  async function stands(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { workshop: id, series: of } = parse(target, data)
    return id === ''
      ? seriesSheet(parts, actor, of)
      : answerReply(parts, actor, await workshops.show(actor, id))
  }

  return {
    verbs: {
      'workshops.call-off-form': { run: form, redraw: stands },
      'workshops.cancel': { run: (actor, pressed) => callOff(actor, pressed, 'cancelled'), redraw: form },
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
