import { z } from 'zod'
import { formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import { idempotencyKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Notice, Reply } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { ID } from '../../../kernel/text/id-format.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Programme } from '../../programme/index.ts'
import { seriesSummary } from './cards.ts'
import { SERIES_PERMISSIONS } from './domain.ts'
import { seriesFields, seriesFieldsOf, typedSeries } from './form.ts'
import { seriesFormCard } from './form-cards.ts'
import { seriesListCard, seriesSheetCard } from './sheet-cards.ts'
import type { SeriesUsecases } from './usecases.ts'

/** What replies about a series are built from. */
export type SeriesContext = {
  readonly series: Pick<SeriesUsecases, 'sheet'>
  readonly programme: Programme
  readonly words: (language: Language) => Words
  readonly ids: Ids
  readonly clock: Clock
}

/** Rows per card: opened by a tap on the row, they need none of the six buttons. */
const PAGE = 10

export const ofSeries = z.object({ series: z.string().regex(ID) })
const looked = ofSeries.extend({ asked: z.literal(true).optional().catch(undefined) })
const listed = z.object({ after: z.string().max(200).optional().catch(undefined) })

export function reply({ language }: Actor, card: CardOf, summary: string, notice?: Notice): Reply {
  return { card, language, summary, ...(notice && { notice }) }
}

/** The current sheet of the series, with a notice of what was just done. */
export async function seriesSheet(
  { series, programme, words }: SeriesContext,
  actor: Actor,
  id: string,
  notice?: Notice,
  asked = false,
): Promise<Reply> {
  const { series: seen, quotas } = await series.sheet(actor, id)
  const context = { words: words(actor.language), programme, quotas }
  return reply(
    actor,
    seriesSheetCard(context, seen, asked),
    notice?.title ?? seriesSummary(context, seen),
    notice,
  )
}

/** Creating, rewording, listing and deleting a series. */
export function seriesHandlers(parts: SeriesContext & { readonly series: SeriesUsecases }): Handlers {
  const { series, programme, words, ids } = parts

  /** Form for a new series, or an existing one; filled in with what was typed when one comes back to it. */
  async function form(actor: Actor, { data }: Pressed): Promise<Reply> {
    permit(SERIES_PERMISSIONS.plan, actor.role)
    const typed = parse(seriesFields, data)
    const nonce = formNonce(ids, actor, typed.nonce)
    const known = typed.series !== '' && typed.nonce === ''
    const stands = known ? seriesFieldsOf((await series.sheet(actor, typed.series)).series, nonce) : typed
    const w = words(actor.language)
    const card = seriesFormCard({ words: w, programme }, { ...stands, nonce })
    return reply(actor, card, card.data.title)
  }

  async function write(actor: Actor, pressed: Pressed): Promise<Reply> {
    const fields = parse(seriesFields, pressed.data)
    const { say } = words(actor.language)
    const saved = { tone: 'good', title: say('saved') } as const
    if (fields.series !== '') {
      await series.reword(actor, fields.series, typedSeries(fields))
      return seriesSheet(parts, actor, fields.series, saved)
    }
    const id = await series.begin(actor, typedSeries(fields), idempotencyKeys(actor, pressed))
    return seriesSheet(parts, actor, id, { ...saved, text: say('series.begun') })
  }

  /** The sheet, or the confirmation before deletion. */
  async function show(actor: Actor, { data }: Pressed): Promise<Reply> {
    const { series: id, asked } = parse(looked, data)
    if (!asked) return seriesSheet(parts, actor, id)
    const { say } = words(actor.language)
    const title = say('series.remove.ask')
    return seriesSheet(parts, actor, id, { tone: 'warning', title, text: say('series.remove.means') }, true)
  }

  async function list(actor: Actor, { data }: Pressed, notice?: Notice): Promise<Reply> {
    const { after } = parse(listed, data)
    const context = { words: words(actor.language), programme }
    const page = await series.list(actor, PAGE, after || undefined)
    return reply(actor, seriesListCard(context, page), context.words.say('series.list'), notice)
  }

  async function remove(actor: Actor, pressed: Pressed): Promise<Reply> {
    await series.remove(actor, parse(ofSeries, pressed.data).series)
    const title = words(actor.language).say('series.removed')
    return list(actor, pressed, { tone: 'good', title })
  }

  return {
    verbs: {
      'workshops.series': show,
      'workshops.series-list': (actor, pressed) => list(actor, pressed),
      'workshops.series-form': form,
      'workshops.series-write': { run: write, redraw: form },
      'workshops.series-remove': { run: remove, redraw: show },
    },
  }
}
