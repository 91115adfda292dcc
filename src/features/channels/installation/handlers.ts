import type { Handlers } from '../../../conversation/protocol/handlers.ts'
import type { ChannelChanged, Installed, PlaceChanged } from '../../../conversation/protocol/incoming.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Language } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { PeopleUsecases } from '../../people/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { AnnouncedUsecases } from '../announcements/outcome-usecases.ts'
import { CHANNEL_PERMISSIONS, type Channel } from '../channel/domain.ts'
import type { ChannelReading } from '../channel/usecases.ts'
import { announceCard, welcomeCard } from './cards.ts'
import type { InstallationUsecases, Sighting } from './usecases.ts'

type Parts = {
  readonly channels: Pick<ChannelReading, 'list' | 'find'>
  readonly announced: Pick<AnnouncedUsecases, 'heard' | 'unsettled'>
  readonly installation: InstallationUsecases
  readonly people: Pick<PeopleUsecases, 'names' | 'unreachable' | 'unpiloted'>
  readonly programme: Pick<Programme, 'axes'>
  readonly words: (language: Language) => Words
  readonly home: Language
  readonly clock: Clock
  /** Asks Teams for the channels of the team with this address. */
  readonly channelsOf: (address: string) => Promise<readonly Sighting[]>
}

export function installationHandlers(parts: Parts) {
  const { channels, announced, installation, people, programme, words, home, clock, channelsOf } = parts

  const announce = async (actor: Actor) => {
    permit(CHANNEL_PERMISSIONS.announce, actor.role)
    const w = words(actor.language)
    const figures = {
      unsettled: await announced.unsettled(),
      unreachable: await people.unreachable(),
      unpiloted: await people.unpiloted(),
    }
    const card = announceCard(w, (await channels.list()).length, figures)
    return { card, language: actor.language, summary: w.say('announce.title') }
  }

  /** Undefined when the bot was removed from the team, or the channel deleted, meanwhile. */
  async function stillThere(id: unknown): Promise<Channel | undefined> {
    return channels.find(String(id)).catch(error => {
      if (error instanceof Refusal) return undefined
      throw error
    })
  }

  async function botMoved(actor: Actor | undefined, { kind, place }: Installed): Promise<void> {
    if (!place.team) return
    if (kind === 'removed') return installation.removed(place.team.id)
    const address = place.channelAddress ?? place.address
    return installation.installed(
      place.team,
      { id: place.key, name: place.channelName ?? '', address },
      actor?.id ?? '',
    )
  }

  async function channelChanged({ change, channel, place, at }: ChannelChanged): Promise<void> {
    if (place.team) await installation.channelChanged(place.team, channel, change, at)
  }

  async function changed(actor: Actor | undefined, event: PlaceChanged): Promise<void> {
    if (event.kind === 'members') return
    if (event.kind === 'team') return installation.teamChanged(event.team, event.change, event.at)
    return event.kind === 'channel' ? channelChanged(event) : botMoved(actor, event)
  }

  return {
    commands: [
      {
        name: 'annoncer',
        words: { fr: ['annoncer', 'annonce', 'annonces'], en: ['announce', 'announcements'] },
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
        const askedAt = clock.now()
        await installation.listed({ id: teamId, name: teamName }, await channelsOf(address), askedAt)
        return []
      },
      'channels.welcome': async ({ payload }) => {
        const { team, channel, by } = payload
        const post = await stillThere(channel)
        if (!post) return []
        const installer = (await people.names([String(by)])).get(String(by)) ?? ''
        const w = words(home)
        const card = welcomeCard(w, programme.axes, installer, String(channel))
        const reply = { card, language: home, summary: w.say('welcome.channel.unnamed') }
        return [{ to: post.address, key: `welcome:${team}`, reply }]
      },
    },
    typed: [
      async ({ place, at }) => {
        if (place.kind === 'channel') await announced.heard(place.key, at)
      },
    ],
    places: [
      async (actor, event) => {
        if (event.place.kind !== 'personal') await changed(actor, event)
      },
    ],
  } satisfies Handlers
}
