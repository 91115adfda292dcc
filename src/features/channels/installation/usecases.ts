import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { cleanLine } from '../../../kernel/text/text.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { AnnouncedUsecases } from '../announcements/outcome-usecases.ts'
import { type Channel, NAME_LIMIT, type Team } from '../channel/domain.ts'

/**
 * Time of an event, in milliseconds: later events win. `asked`: our own query, dated by our clock, which may be behind
 * Teams': any later report wins.
 */
export type Reported = { readonly at: number; readonly asked?: true }

export type InstallationStore = {
  /** Inserts the team without a name, unless it exists. */
  readonly putTeam: (id: string) => Promise<void>
  readonly isRemoved: (teamId: string) => Promise<boolean>
  /** When the bot was removed from the team; undefined while it is in it. */
  readonly setRemoved: (teamId: string, at: number | undefined) => Promise<void>
  /** The bot is in the team again, unless it was removed after `at`. */
  readonly bringBack: (teamId: string, at: number) => Promise<void>
  readonly nameTeam: (id: string, name: string, when: Reported) => Promise<void>
  readonly setArchived: (teamId: string, archived: boolean, when: Reported) => Promise<void>
  readonly setTeamDeleted: (id: string, deleted: boolean, when: Reported) => Promise<void>
  /** Inserts the channel without a name, or updates its address. */
  readonly putChannel: (channel: Pick<Channel, 'id' | 'teamId' | 'address'>) => Promise<void>
  readonly nameChannel: (id: string, name: string, when: Reported) => Promise<void>
  readonly setDeleted: (id: string, deleted: boolean, when: Reported) => Promise<void>
  /** True for the first caller only, once per team. */
  readonly claimWelcome: (teamId: string, at: number) => Promise<boolean>
}

type Parts = {
  readonly store: (tx: Tx) => InstallationStore
  readonly transact: Transact
  readonly note: Note
  readonly clock: Clock
  readonly heardOf: AnnouncedUsecases['heardOf']
}

/** A channel as reported by Teams: the general channel comes without a name. */
export type Sighting = { readonly id: string; readonly name: string; readonly address: string }

export type InstallationUsecases = ReturnType<typeof installationUsecases>

function nameOf(name: string): string {
  return cleanLine(name).slice(0, NAME_LIMIT)
}

/** A report without a name keeps the known one. */
async function named(
  put: InstallationStore['nameTeam'],
  id: string,
  name: string,
  when: Reported,
): Promise<void> {
  if (nameOf(name) !== '') await put(id, nameOf(name), when)
}

/** Applies Teams' events about teams and channels, in any order of arrival. */
export function installationUsecases({ store, transact, note, clock, heardOf }: Parts) {
  /** Clamped to now, whatever Teams' clock says: nothing could replace a time in the future. */
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

  /** Cards in the team's channels went out of date while the bot could not write there. */
  function back(tx: Tx, team: string): Promise<void> {
    return note(tx, { kind: 'channels.back', payload: { team }, mergeKey: `back:${team}` })
  }

  async function changed(tx: Tx, { id }: Team, change: TeamChange, when: Reported): Promise<void> {
    if (change === 'archived' || change === 'unarchived')
      await store(tx).setArchived(id, change === 'archived', when)
    if (change === 'deleted' || change === 'restored')
      await store(tx).setTeamDeleted(id, change === 'deleted', when)
    // Teams reports this only to a bot in the team, whatever an earlier removal said.
    if (change === 'restored') await store(tx).bringBack(id, when.at)
    if (change !== 'deleted' && change !== 'archived') await heardOf(tx, { team: id }, when.at)
  }

  return {
    /**
     * Stores a team and the channel where the bot was added; its other channels are queried later, by the fact
     * `channels.team-seen`, since Teams must not be called before the event is answered. `by`: id of who added the bot,
     * empty when Teams does not say.
     */
    installed: (team: Team, channel: Sighting, by: string): Promise<void> =>
      transact(async tx => {
        const now: Reported = { at: clock.now(), asked: true }
        await put(tx, team, [channel], now)
        await store(tx).setRemoved(team.id, undefined)
        // The bot cannot be added to an archived or deleted team or channel.
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

    /** Stores channels listed by Teams; ignored when the bot has left the team meanwhile. */
    listed: (team: Team, sightings: readonly Sighting[], askedAt: number): Promise<void> =>
      transact(async tx => {
        if (await store(tx).isRemoved(team.id)) return
        const when: Reported = { at: askedAt, asked: true }
        await put(tx, team, sightings, when)
        for (const { id } of sightings) await store(tx).setDeleted(id, false, when)
      }),

    /** Applies an event about one channel, in any order of arrival. `at`: milliseconds, if Teams says. */
    channelChanged: (team: Team, channel: Sighting, change: ChannelChange, at?: number): Promise<void> =>
      transact(async tx => {
        if (await store(tx).isRemoved(team.id)) return
        const when = reportedAt(at)
        await put(tx, team, [channel], when)
        if (change !== 'renamed') await store(tx).setDeleted(channel.id, change === 'deleted', when)
        if (change === 'restored') await back(tx, team.id)
        if (change !== 'deleted') await heardOf(tx, { team: team.id, channel: channel.id }, when.at)
      }),

    /** The same for a team. Bindings are kept. */
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
