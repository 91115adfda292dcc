import type { Handlers } from '../../conversation/handlers.ts'
import type { ChannelChanged, Installed } from '../../conversation/incoming.ts'
import type { Words } from '../../i18n/words.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Language } from '../../kernel/language.ts'
import { permit } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { PeopleUsecases } from '../people/index.ts'
import { announceCard, welcomeCard } from './cards.ts'
import { type Channel, PERMISSIONS } from './domain.ts'
import type { ChannelUsecases, Sighting } from './usecases.ts'

type Parts = {
  readonly channels: ChannelUsecases
  readonly people: Pick<PeopleUsecases, 'names' | 'unreachable' | 'unpiloted'>
  readonly words: (language: Language) => Words
  readonly home: Language
  /** Asks Teams for the channels of the team that `address` belongs to. */
  readonly channelsOf: (address: string) => Promise<readonly Sighting[]>
}

export function channelHandlers({ channels, people, words, home, channelsOf }: Parts): Handlers {
  const announce = async (actor: Actor) => {
    permit(PERMISSIONS.announce, actor.role)
    const w = words(actor.language)
    const figures = { unreachable: await people.unreachable(), unpiloted: await people.unpiloted() }
    const card = announceCard(w, (await channels.list()).length, figures)
    return { card, language: actor.language, summary: w.say('announce.title') }
  }

  /** Nothing for a team that was left, or a channel that was deleted, before its turn came. */
  async function stillThere(id: unknown): Promise<Channel | undefined> {
    return channels.find(String(id)).catch(error => {
      if (error instanceof Refusal) return undefined
      throw error
    })
  }

  async function teamChanged(actor: Actor | undefined, { kind, place }: Installed): Promise<void> {
    if (!place.team) return
    if (kind === 'removed') return channels.removed(place.team.id)
    const address = place.channelAddress ?? place.address
    return channels.installed(
      place.team,
      { id: place.key, name: place.channelName ?? '', address },
      actor?.id ?? '',
    )
  }

  async function channelChanged({ change, channel, place }: ChannelChanged): Promise<void> {
    if (change === 'deleted') return channels.deleted(channel.id)
    if (place.team) await channels.seen(place.team, [channel])
  }

  return {
    commands: [
      {
        name: 'annoncer',
        words: { fr: ['annoncer'], en: ['announce'] },
        offered: { organiser: 1 },
        run: announce,
      },
    ],
    verbs: { 'channels.announce': announce },
    facts: {
      'channels.team-seen': async ({ payload }) => {
        const channel = await stillThere(payload.channel)
        if (!channel) return []
        const { teamId, teamName, address } = channel
        await channels.seen({ id: teamId, name: teamName }, await channelsOf(address))
        return []
      },
      'channels.welcome': async ({ payload }) => {
        const { team, channel, by } = payload
        const post = await stillThere(channel)
        if (!post) return []
        const installer = (await people.names([String(by)])).get(String(by)) ?? ''
        const w = words(home)
        const reply = { card: welcomeCard(w, installer), language: home, summary: w.say('app.promise') }
        return [{ to: post.address, key: `welcome:${team}`, reply }]
      },
    },
    places: [
      async (actor, event) => {
        if (event.place.kind === 'personal') return
        await (event.kind === 'channel' ? channelChanged(event) : teamChanged(actor, event))
      },
    ],
  }
}
