import type { FactHandler } from '../../../conversation/protocol/handlers.ts'
import type { Outgoing } from '../../../conversation/protocol/reply.ts'
import type { Words } from '../../../i18n/words.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Channel, ChannelUsecases } from '../../channels/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { GalleryUsecases } from '../gallery/usecases.ts'
import { goneCard, postedCard } from '../initiative/cards.ts'
import type { InitiativeReplies } from '../initiative/reply-handlers.ts'

type Parts = {
  readonly gallery: Pick<GalleryUsecases, 'posted' | 'lately'>
  readonly channels: Pick<ChannelUsecases, 'find' | 'isShut'>
  readonly programme: Pick<Programme, 'axis'>
  readonly words: (language: Language) => Words
  readonly home: Language
}

/** Card of an initiative in the channel of its idea, from where others can join. */
export function channelCardFacts(
  { gallery, channels, programme, words, home }: Parts,
  { reply }: InitiativeReplies,
): Readonly<Record<string, FactHandler>> {
  /** The channel if it can be posted to; undefined for any other and for a chat. */
  async function findChannel(id: string): Promise<Channel | undefined> {
    return channels.find(id).catch(error => {
      if (error instanceof Refusal) return undefined
      throw error
    })
  }

  /** Posts or edits the card; with `team`, only in a channel of that team. */
  async function post(id: string, team?: string): Promise<readonly Outgoing[]> {
    const found = await gallery.posted(id)
    const channel = found?.initiative.idea.channel
    if (!found || channel === undefined) return []
    const place = await findChannel(channel)
    const elsewhere = team !== undefined && place?.teamId !== team
    if (!place || elsewhere || (await channels.isShut(channel))) return []
    const { initiative, tried, gone } = found
    const w = words(home)
    const card = gone ? goneCard(w) : postedCard(w, programme, initiative, tried)
    const summary = gone ? w.say('initiative.gone') : initiative.title
    const outgoing = { to: place.address, key: `initiative:${id}`, reply: reply(home, card, summary) }
    // One that is gone before its card was posted is not posted.
    return [gone ? { ...outgoing, editOnly: true } : outgoing]
  }

  return {
    'ideas.changed': ({ payload }) => post(String(payload.idea)),
    // The bot can write to a team again: edits the cards that went out of date.
    'channels.back': async ({ payload }) => {
      const lately = await gallery.lately()
      return (await Promise.all(lately.map(id => post(id, String(payload.team))))).flat()
    },
  }
}
