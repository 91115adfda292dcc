import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { cleanLine } from '../../../kernel/text/text.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { AnnouncedUsecases } from '../announcements/outcome-usecases.ts'
import { type Channel, NAME_LIMIT, type Team } from '../channel/domain.ts'

/**
 * The moment that something is true of, in milliseconds: it changes nothing that was told of a later one. `asked`: it
 * was not told but asked for, by our own clock, which may be before Teams': what is told next counts, whenever it was.
 */
export type Reported = { readonly at: number; readonly asked?: true }

export type InstallationStore = {
  /** Adds the team without a name, unless it is there. */
  readonly putTeam: (id: string) => Promise<void>
  readonly isRemoved: (teamId: string) => Promise<boolean>
  /** When the bot was taken out of the team; undefined: it is in it. */
  readonly setRemoved: (teamId: string, at: number | undefined) => Promise<void>
  /** The bot is in the team again, unless it was taken out later than `at`. */
  readonly bringBack: (teamId: string, at: number) => Promise<void>
  readonly nameTeam: (id: string, name: string, when: Reported) => Promise<void>
  readonly setArchived: (teamId: string, archived: boolean, when: Reported) => Promise<void>
  readonly setTeamDeleted: (id: string, deleted: boolean, when: Reported) => Promise<void>
  /** Adds the channel without a name, or gives the one that is there its address. */
  readonly putChannel: (channel: Pick<Channel, 'id' | 'teamId' | 'address'>) => Promise<void>
  readonly nameChannel: (id: string, name: string, when: Reported) => Promise<void>
  readonly setDeleted: (id: string, deleted: boolean, when: Reported) => Promise<void>
  /** `true` for the first caller only, in the team's whole life. */
  readonly claimWelcome: (teamId: string, at: number) => Promise<boolean>
}

type Parts = {
  readonly store: (tx: Tx) => InstallationStore
  readonly transact: Transact
  readonly note: Note
  readonly clock: Clock
  readonly heardOf: AnnouncedUsecases['heardOf']
}

/** A channel as Teams tells of it: its name is missing for the one that every team begins with. */
export type Sighting = { readonly id: string; readonly name: string; readonly address: string }

export type InstallationUsecases = ReturnType<typeof installationUsecases>

function nameOf(name: string): string {
  return cleanLine(name).slice(0, NAME_LIMIT)
}

/** What is told without a name leaves the one that is known. */
async function named(
  put: InstallationStore['nameTeam'],
  id: string,
  name: string,
  when: Reported,
): Promise<void> {
  if (nameOf(name) !== '') await put(id, nameOf(name), when)
}

/** What Teams reports of teams and channels, in whatever order it arrives. */
export function installationUsecases({ store, transact, note, clock, heardOf }: Parts) {
  /** No moment is later than now, whatever Teams' clock says: nothing could be told after it. */
  function reportedAt(at: number | undefined): Reported {
    return { at: Math.min(at ?? clock.now(), clock.now()) }
  }

  async function put(tx: Tx, team: Team, sightings: readonly Sighting[], when: Reported): Promise<void> {
    const channels = store(tx)
    await channels.putTeam(team.id)
    await named(channels.nameTeam, team.id, team.name, when)
    for (const { id, name, address } of sightings) {
      await channels.putChannel({ id, teamId: team.id, address })
      await named(channels.nameChannel, id, name, when)
    }
  }

  /** What stands in the team's channels was not drawn again while the bot could not write there. */
  function back(tx: Tx, team: string): Promise<void> {
    return note(tx, { kind: 'channels.back', payload: { team }, mergeKey: `back:${team}` })
  }

  async function changed(tx: Tx, { id }: Team, change: TeamChange, when: Reported): Promise<void> {
    if (change === 'archived' || change === 'unarchived')
      await store(tx).setArchived(id, change === 'archived', when)
    if (change === 'deleted' || change === 'restored')
      await store(tx).setTeamDeleted(id, change === 'deleted', when)
    // Only a bot that is in the team is told, whatever it was told when the team went.
    if (change === 'restored') await store(tx).bringBack(id, when.at)
    if (change !== 'deleted' && change !== 'archived') await heardOf(tx, { team: id }, when.at)
  }

  return {
    /**
     * Takes note of a team and of the channel where the bot was added; its other channels are asked for later,
     * by the fact `channels.team-seen`, since Teams must not be called before the event is answered. `by`: id of who
     * added the bot, empty when Teams does not say.
     */
    installed: (team: Team, channel: Sighting, by: string): Promise<void> =>
      transact(async tx => {
        const now: Reported = { at: clock.now(), asked: true }
        await put(tx, team, [channel], now)
        await store(tx).setRemoved(team.id, undefined)
        // It can be added neither to a team that is archived or deleted nor to a channel that is.
        await store(tx).setArchived(team.id, false, now)
        await store(tx).setTeamDeleted(team.id, false, now)
        await store(tx).setDeleted(channel.id, false, now)
        await heardOf(tx, { team: team.id }, now.at)
        await back(tx, team.id)
        await note(tx, {
          kind: 'channels.team-seen',
          payload: { channel: channel.id },
          mergeKey: `team:${team.id}`,
        })
        if (!(await store(tx).claimWelcome(team.id, clock.now()))) return
        await note(tx, { kind: 'channels.welcome', payload: { team: team.id, channel: channel.id, by } })
      }),

    removed: (teamId: string): Promise<void> => transact(tx => store(tx).setRemoved(teamId, clock.now())),

    /** Channels that Teams listed. Of a team that the bot has left meanwhile, nothing is taken note of. */
    listed: (team: Team, sightings: readonly Sighting[], askedAt: number): Promise<void> =>
      transact(async tx => {
        if (await store(tx).isRemoved(team.id)) return
        const when: Reported = { at: askedAt, asked: true }
        await put(tx, team, sightings, when)
        for (const { id } of sightings) await store(tx).setDeleted(id, false, when)
      }),

    /** What Teams told of one channel, in whatever order it arrives. `at`: milliseconds, if Teams says. */
    channelChanged: (team: Team, channel: Sighting, change: ChannelChange, at?: number): Promise<void> =>
      transact(async tx => {
        if (await store(tx).isRemoved(team.id)) return
        const when = reportedAt(at)
        await put(tx, team, [channel], when)
        if (change !== 'renamed') await store(tx).setDeleted(channel.id, change === 'deleted', when)
        if (change === 'restored') await back(tx, team.id)
        if (change !== 'deleted') await heardOf(tx, { team: team.id, channel: channel.id }, when.at)
      }),

    /** The same of a team. What was bound stays bound. */
    teamChanged: (team: Team, change: TeamChange, at?: number): Promise<void> =>
      transact(async tx => {
        const when = reportedAt(at)
        await put(tx, team, [], when)
        await changed(tx, team, change, when)
        if (change === 'unarchived' || change === 'restored') await back(tx, team.id)
      }),
  }
}

type ChannelChange = 'created' | 'renamed' | 'deleted' | 'restored'
type TeamChange = 'renamed' | 'archived' | 'unarchived' | 'deleted' | 'restored'
