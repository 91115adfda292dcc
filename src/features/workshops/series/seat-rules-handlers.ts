import { z } from 'zod'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import { quotaLines, quotasIn } from '../seats/quota-text.ts'
import { fairQuotasOf } from '../seats/quotas.ts'
import { settingsIn } from '../seats/rules.ts'
import type { SeriesSeen } from './domain.ts'
import { idsIn, quotaFields, rulesFields, rulesFieldsOf, typedSettings } from './form.ts'
import { ofSeries, reply, type SeriesContext, seriesSheet } from './handlers.ts'
import { quotaFormCard, rulesFormCard, withoutText } from './seat-rules-cards.ts'
import type { SeatRulesUsecases } from './seat-rules-usecases.ts'

type Parts = SeriesContext & { readonly rules: SeatRulesUsecases }

const asked = ofSeries.extend({ usual: z.boolean().optional().catch(undefined) })
const ENDED = ['over', 'underway', 'cancelled']

function daysLeft({ days }: SeriesSeen) {
  return days.filter(({ stage }) => !ENDED.includes(stage))
}

/** Seat rules of a series. */
export function seatRulesHandlers(parts: Parts): Handlers {
  const { series, rules, programme, words } = parts

  async function form(actor: Actor, { data }: Pressed): Promise<Reply> {
    const w = words(actor.language)
    const { series: seen } = await series.sheet(actor, parse(ofSeries, data).series)
    const [first] = daysLeft(seen)
    if (!first) throw new Refusal('day-missing')
    const typed = 'confirmHours' in data ? parse(rulesFields, data) : undefined
    const fields = typed ?? rulesFieldsOf(settingsIn(first, w.zone), w.zone)
    return reply(actor, rulesFormCard(w, seen, fields), w.say('series.rules.form'))
  }

  async function write(actor: Actor, { data }: Pressed): Promise<Reply> {
    const w = words(actor.language)
    const { series: id } = parse(ofSeries, data)
    await rules.rule(actor, id, typedSettings(parse(rulesFields, data), w.zone))
    return seriesSheet(parts, actor, id, { tone: 'good', title: w.say('saved') })
  }

  /** The quotas form: current quotas, recomputed by headcount, or what was typed. */
  async function quotas(actor: Actor, { data }: Pressed): Promise<Reply> {
    const w = words(actor.language)
    const { series: id, usual } = parse(asked, data)
    const { series: seen, quotas } = await series.sheet(actor, id)
    const days = daysLeft(seen).filter(each => each.quotas)
    const [first] = days
    if (!first) throw new Refusal('quota-off')
    const seats = first.capacity - first.reserved
    const typed = parse(quotaFields, data)
    const own = usual ? undefined : quotas.get(first.id)
    const shared = own ?? fairQuotasOf(programme.directions, seats)
    const stands = quotaLines(shared, programme.directions)
    const alike = days.filter(each => each.capacity - each.reserved === seats).map(each => each.id)
    const card = quotaFormCard({
      words: w,
      series: seen,
      days,
      chosen: typed.quotas === '' ? alike : idsIn(typed.days),
      quotas: typed.quotas === '' ? stands : typed.quotas,
      without: typed.quotas === '' ? withoutText(w, shared, programme) : '',
    })
    return reply(actor, card, w.say('series.quotas'))
  }

  async function share(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { series: id } = parse(ofSeries, data)
    const typed = parse(quotaFields, data)
    const w = words(actor.language)
    await rules.share(actor, id, idsIn(typed.days), typed.quotas)
    const text = withoutText(w, quotasIn(typed.quotas, programme.directions), programme)
    const notice = { tone: 'good', title: w.say('saved'), ...(text !== '' && { text }) } as const
    return seriesSheet(parts, actor, id, notice)
  }

  const sheet = async (actor: Actor, { data }: Pressed): Promise<Reply> =>
    seriesSheet(parts, actor, parse(ofSeries, data).series)

  return {
    verbs: {
      'workshops.rules-form': { run: form, redraw: sheet },
      'workshops.rules-write': { run: write, redraw: form },
      'workshops.quotas-form': { run: quotas, redraw: form },
      'workshops.quotas-write': { run: share, redraw: quotas },
    },
  }
}
