import { formNonce } from '../../../conversation/protocol/form-nonce.ts'
import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import { idempotencyKeys } from '../../../conversation/protocol/idempotency-keys.ts'
import type { Pressed } from '../../../conversation/protocol/incoming.ts'
import type { Outgoing, Reply } from '../../../conversation/protocol/reply.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { Fact } from '../../../kernel/storage/outbox.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { type ChannelUsecases, PUT_RIGHT, postsIn, targetsNotice, whereOf } from '../../channels/index.ts'
import type { OpeningUsecases } from '../openings/usecases.ts'
import { seriesCard, seriesSummary } from '../series/cards.ts'
import { whereFields } from '../series/form.ts'
import { seriesPreviewCard, seriesWhereCard } from '../series/form-cards.ts'
import { ofSeries, reply, type SeriesContext, seriesSheet } from '../series/handlers.ts'
import type { SeriesUsecases } from '../series/usecases.ts'
import { requireFound, WORKSHOP_PERMISSIONS } from '../workshop/domain.ts'
import { momentOfFact } from '../workshop/facts.ts'
import { publishedNotice } from '../workshop/form-cards.ts'
import type { WorkshopReadUsecases } from '../workshop/usecases.ts'
import { type AnnouncementPreviews, postedSeries } from './cards.ts'
import type { SeriesAnnounceUsecases } from './series-usecases.ts'
import type { PostedCardUsecases } from './usecases.ts'

type Parts = SeriesContext & {
  readonly series: Pick<SeriesUsecases, 'sheet' | 'posted'>
  readonly announcing: SeriesAnnounceUsecases
  readonly workshops: Pick<WorkshopReadUsecases, 'posted' | 'lately'>
  readonly cards: Pick<PostedCardUsecases, 'drawn' | 'isDue' | 'seriesTurned'>
  readonly channels: Pick<ChannelUsecases, 'list' | 'announced'>
  readonly openings: Pick<OpeningUsecases, 'asksFor'>
  readonly home: Language
  readonly previews: AnnouncementPreviews
}

/** Announcement of a series, and its card in channels. */
export function seriesAnnounceHandlers(parts: Parts): Handlers {
  const { series, announcing, workshops, cards, channels, openings, programme, words, ids, previews } = parts

  /** Chooses channels; an announced series goes straight to its preview. */
  async function where(actor: Actor, pressed: Pressed): Promise<Reply> {
    permit(WORKSHOP_PERMISSIONS.publish, actor.role)
    const { series: id } = parse(ofSeries, pressed.data)
    const { series: seen } = await series.sheet(actor, id)
    if (seen.announcedAt !== null) return preview(actor, pressed)
    const found = await channels.list()
    if (found.length === 0) throw new Refusal('no-channel')
    const typed = parse(whereFields, pressed.data)
    const fields = { ...typed, nonce: formNonce(ids, actor, typed.nonce) }
    const chosen = typed.nonce !== ''
    const w = words(actor.language)
    const card = seriesWhereCard({ words: w, programme, channels: found, fields, chosen })
    return reply(actor, card, w.say('series.where'))
  }

  async function preview(actor: Actor, { data }: Pressed): Promise<Reply> {
    const typed = parse(whereFields, data)
    const fields = { ...typed, nonce: formNonce(ids, actor, typed.nonce) }
    const { series: seen, targets } = await announcing.check(actor, typed.series, whereOf(typed))
    const w = words(actor.language)
    const { posted } = previews.series(seen)
    const card = seriesPreviewCard({
      words: w,
      posted,
      series: seen,
      channels: targets?.channels ?? [],
      fields,
    })
    const notice = targets && targetsNotice(w, programme.directions, targets)
    return reply(actor, card, seriesSummary({ words: w, programme }, seen), notice)
  }

  async function announce(actor: Actor, pressed: Pressed): Promise<Reply> {
    const fields = parse(whereFields, pressed.data)
    const { id } = await announcing.announce(
      actor,
      fields.series,
      whereOf(fields),
      idempotencyKeys(actor, pressed),
    )
    const found = await channels.announced({ thing: 'series', id })
    return seriesSheet(parts, actor, id, publishedNotice(words(actor.language), found))
  }

  const sheet = async (actor: Actor, { data }: Pressed): Promise<Reply> =>
    seriesSheet(parts, actor, parse(ofSeries, data).series)

  /** The current card, for each channel that can be posted to, or for those of one `team`. */
  async function post(id: string, team?: string): Promise<readonly Outgoing[]> {
    const found = await series.posted(id)
    if (!found) return []
    await cards.drawn(found.days)
    const what = { thing: 'series', id } as const
    const ended = found.stage === 'over' || found.stage === 'cancelled'
    const again = team === undefined ? undefined : { team, ended }
    return postsIn(what, await channels.announced(what), postedSeries(parts, found), again)
  }

  /** One of its days changed, perhaps with others: the series card is edited once, after them. */
  async function dayChanged({ payload }: Fact): Promise<readonly Outgoing[]> {
    const id = String(payload.workshop)
    if (await cards.isDue(id, momentOfFact({ payload }))) await cards.seriesTurned(id)
    return []
  }

  /** The bot can write to a team again: edits the cards that went out of date. */
  async function putRight(team: string): Promise<readonly Outgoing[]> {
    const days = await Promise.all((await workshops.lately(PUT_RIGHT)).map(workshops.posted))
    const ids = new Set(days.flatMap(day => (day && day.series !== '' ? [day.series] : [])))
    return (await Promise.all([...ids].map(id => post(id, team)))).flat()
  }

  /** The days for one person: where they answered for one, they may for another. */
  async function days(actor: Actor, { data }: Pressed): Promise<Reply> {
    permit(WORKSHOP_PERMISSIONS.read, actor.role)
    const found = requireFound(await series.posted(parse(ofSeries, data).series))
    const context = { words: words(actor.language), programme }
    const reminded = await openings.asksFor(actor, found.id)
    return reply(actor, seriesCard(context, found, { reminded }), seriesSummary(context, found))
  }

  return {
    verbs: {
      'workshops.series-days': days,
      'workshops.series-where': { run: where, redraw: sheet },
      'workshops.series-preview': { run: preview, redraw: where },
      'workshops.series-announce': { run: announce, redraw: where },
    },
    facts: {
      'workshops.series-changed': ({ payload }) => post(String(payload.series)),
      'workshops.changed': dayChanged,
      'channels.back': ({ payload }) => putRight(String(payload.team)),
    },
  }
}
