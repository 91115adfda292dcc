import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { Outgoing } from '../../../conversation/protocol/reply.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Channel } from '../../channels/index.ts'
import { goneCard, postedCard } from '../initiative/cards.ts'
import type { HandlerParts, Replies } from '../initiative/reply-handlers.ts'

/** The card of an initiative in the channel where its idea stands: others see that they can join. */
export function postHandlers(parts: HandlerParts, { reply }: Replies): Handlers {
  const { initiatives, channels, programme, words, home } = parts

  /** A channel that can be posted to; nothing for another one, nor for a chat, which is none. */
  async function standing(id: string): Promise<Channel | undefined> {
    return channels.find(id).catch(error => {
      if (error instanceof Refusal) return undefined
      throw error
    })
  }

  /** With `team`, only when it stands in one of its channels. */
  async function post(id: string, team?: string): Promise<readonly Outgoing[]> {
    const found = await initiatives.posted(id)
    const channel = found?.initiative.idea.channel
    if (!found || channel === undefined) return []
    const place = await standing(channel)
    const elsewhere = team !== undefined && place?.teamId !== team
    if (!place || elsewhere || (await channels.isShut(channel))) return []
    const { initiative, gone } = found
    const w = words(home)
    const card = gone ? goneCard(w) : postedCard(w, programme, initiative)
    const summary = gone ? w.say('initiative.gone') : initiative.title
    const outgoing = { to: place.address, key: `initiative:${id}`, reply: reply(home, card, summary) }
    // Of one that is gone before its card stood, nothing is posted.
    return [gone ? { ...outgoing, editOnly: true } : outgoing]
  }

  return {
    facts: {
      'ideas.changed': ({ payload }) => post(String(payload.idea)),
      // The bot can write in a team again: its cards are put right.
      'channels.back': async ({ payload }) => {
        const lately = await initiatives.lately()
        return (await Promise.all(lately.map(id => post(id, String(payload.team))))).flat()
      },
    },
  }
}
