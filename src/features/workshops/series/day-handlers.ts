import { z } from 'zod'
import { formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import { idempotencyKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { ID, ID_OR_NONE } from '../../../kernel/text/id-format.ts'
import type { ChangeUsecases } from '../changes/usecases.ts'
import { EMPTY_FORM, fieldsOf, formFields, typedDraft, type WorkshopFormFields } from '../workshop/form.ts'
import { formCard } from '../workshop/form-cards.ts'
import type { DayUsecases } from './day-usecases.ts'
import { nextDate, type SeriesSeen } from './domain.ts'
import { reply, type SeriesContext, seriesSheet } from './handlers.ts'

type Parts = SeriesContext & {
  readonly days: DayUsecases
  readonly changes: Pick<ChangeUsecases, 'changeable'>
}

const ofDay = z.object({ workshop: z.string().regex(ID) })
const id = z.string().regex(ID_OR_NONE).catch('')
/** An existing day, or the series to which one is added. */
const chosen = z.object({ workshop: id, series: id })

/** The days of a series. */
export function dayHandlers(parts: Parts): Handlers {
  const { series, days, changes, programme, words, ids, clock } = parts

  /**
   * Defaults for a new day: the day after the last one, same hours and place; the first takes the title of the series.
   */
  function nextFields(
    { title, axis, days: all }: SeriesSeen,
    zone: string,
    nonce: string,
  ): WorkshopFormFields {
    const last = all.at(-1)
    const date = nextDate(all, zone) ?? ''
    if (last) return { ...fieldsOf(last, zone, nonce), date }
    const nothing = { description: '', place: '', link: '', channel: '', directions: '' }
    return { ...nothing, ...EMPTY_FORM, title, axis, date, nonce }
  }

  /** Form for a new day, or for a draft, filled in with what was typed when one comes back to it. */
  async function form(actor: Actor, { data }: Pressed): Promise<Reply> {
    const w = words(actor.language)
    const { workshop, series: of } = parse(chosen, data)
    const typed = parse(formFields, data)
    const nonce = formNonce(ids, actor, typed.nonce)
    const day = workshop === '' ? undefined : await days.day(actor, workshop)
    const stands = day
      ? fieldsOf(day, w.zone, nonce)
      : nextFields((await series.sheet(actor, of)).series, w.zone, nonce)
    const draft = day === undefined || day.state === 'draft'
    if (day && !draft) await changes.changeable(actor, day.id)
    const card = formCard({
      words: w,
      programme,
      channels: [],
      nonce,
      now: clock.now(),
      fields: typed.nonce === '' ? stands : { ...typed, nonce },
      workshop,
      series: day?.series ?? of,
      draft,
    })
    return reply(actor, card, w.say('series.day.form'))
  }

  async function write(actor: Actor, pressed: Pressed): Promise<Reply> {
    const w = words(actor.language)
    const { workshop, series: of } = parse(chosen, pressed.data)
    const typed = typedDraft(parse(formFields, pressed.data), w.zone)
    if (workshop === '') await days.addDay(actor, of, typed, idempotencyKeys(actor, pressed))
    const at = workshop === '' ? of : (await days.changeDay(actor, workshop, typed)).series
    const title = w.say(workshop === '' ? 'series.day.added' : 'saved')
    return seriesSheet(parts, actor, at, { tone: 'good', title })
  }

  async function remove(actor: Actor, { data }: Pressed): Promise<Reply> {
    const w = words(actor.language)
    const { series: of, startsAt } = await days.removeDay(actor, parse(ofDay, data).workshop)
    const title = w.say('series.day.removed', { date: w.shortDay(startsAt) })
    return seriesSheet(parts, actor, of, { tone: 'good', title })
  }

  /** The series, where the day cannot be changed any more. */
  async function sheet(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { workshop, series: of } = parse(chosen, data)
    return seriesSheet(parts, actor, of === '' ? (await days.day(actor, workshop)).series : of)
  }

  return {
    verbs: {
      'workshops.day-form': { run: form, redraw: sheet },
      'workshops.day-write': { run: write, redraw: form },
      'workshops.day-remove': { run: remove, redraw: sheet },
    },
  }
}
