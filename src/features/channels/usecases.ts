import type { Clock } from '../../kernel/clock.ts'
import type { Note } from '../../kernel/outbox.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { cleanLine } from '../../kernel/text.ts'
import type { Transact, Tx } from '../../kernel/tx.ts'
import { CHANNELS_OFFERED, type Channel, NAME_LIMIT, type Team } from './domain.ts'

export type ChannelStore = {
  /** Adds the team, or brings it back. */
  readonly putTeam: (team: Team) => Promise<void>
  readonly isRemoved: (teamId: string) => Promise<boolean>
  readonly putChannel: (channel: Omit<Channel, 'teamName'>) => Promise<void>
  readonly removeTeam: (id: string, at: number) => Promise<void>
  readonly removeChannel: (id: string, at: number) => Promise<void>
  /** `true` for the first caller only, in the team's whole life. */
  readonly claimWelcome: (teamId: string, at: number) => Promise<boolean>
  readonly list: (limit: number) => Promise<readonly Channel[]>
  readonly find: (id: string) => Promise<Channel | undefined>
}

type Parts = {
  readonly store: (tx: Tx) => ChannelStore
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly clock: Clock
}

/** A channel as Teams tells of it: its name is missing for the one that every team begins with. */
export type Sighting = { readonly id: string; readonly name: string; readonly address: string }

export type ChannelUsecases = ReturnType<typeof channelUsecases>

function nameOf(name: string): string {
  return cleanLine(name).slice(0, NAME_LIMIT)
}

export function channelUsecases({ store, transact, read, note, clock }: Parts) {
  return {
    /**
     * Takes note of a team and of the channel where the bot was added; its other channels are asked for later,
     * by the fact `channels.team-seen`, since Teams must not be called before the event is answered. `by`: id of who
     * added the bot, empty when Teams does not say.
     */
    installed: (team: Team, channel: Sighting, by: string): Promise<void> =>
      transact(async tx => {
        const channels = store(tx)
        await channels.putTeam({ id: team.id, name: nameOf(team.name) })
        await channels.putChannel({
          id: channel.id,
          teamId: team.id,
          name: nameOf(channel.name),
          address: channel.address,
        })
        await note(tx, {
          kind: 'channels.team-seen',
          payload: { channel: channel.id },
          mergeKey: `team:${team.id}`,
        })
        if (!(await channels.claimWelcome(team.id, clock.now()))) return
        await note(tx, { kind: 'channels.welcome', payload: { team: team.id, channel: channel.id, by } })
      }),

    removed: (teamId: string): Promise<void> => transact(tx => store(tx).removeTeam(teamId, clock.now())),

    /**
     * Created, renamed or restored channels, and those that Teams listed. Of a team that the bot has left meanwhile,
     * nothing is taken note of.
     */
    seen: (team: Team, sightings: readonly Sighting[]): Promise<void> =>
      transact(async tx => {
        if (await store(tx).isRemoved(team.id)) return
        await store(tx).putTeam({ id: team.id, name: nameOf(team.name) })
        for (const { id, name, address } of sightings) {
          await store(tx).putChannel({ id, teamId: team.id, name: nameOf(name), address })
        }
      }),

    deleted: (channelId: string): Promise<void> =>
      transact(tx => store(tx).removeChannel(channelId, clock.now())),

    /** Channels one can post to, by team and name; the first 200. */
    list: (): Promise<readonly Channel[]> => read(tx => store(tx).list(CHANNELS_OFFERED)),

    /** @throws Refusal `channel-gone` */
    async find(id: string): Promise<Channel> {
      const channel = await read(tx => store(tx).find(id))
      if (!channel) throw new Refusal('channel-gone')
      return channel
    },
  }
}
