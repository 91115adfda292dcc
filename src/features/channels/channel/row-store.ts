import type { Kysely, Selectable } from 'kysely'
import type { Tables } from '../../../db/index.ts'
import type { Shut } from './access.ts'
import type { Channel } from './domain.ts'

type Row = Pick<
  Selectable<Tables['channel']>,
  'id' | 'name' | 'address' | 'direction' | 'refused_at' | 'refused_why' | 'heard_at'
> &
  Pick<Selectable<Tables['team']>, 'archived'> & {
    readonly teamId: string
    readonly teamName: string
    readonly teamDirection: string | null
  }

/** Channels that exist, in archived teams too, where the bot is in the team. */
export function known(db: Kysely<Tables>) {
  return db
    .selectFrom('channel')
    .innerJoin('team', 'team.id', 'channel.team_id')
    .select(['channel.id', 'team.id as teamId', 'team.name as teamName', 'channel.name', 'channel.address'])
    .select(['channel.direction', 'team.direction as teamDirection', 'team.archived'])
    .select(['channel.refused_at', 'channel.refused_why', 'channel.heard_at'])
    .where('channel.deleted', '=', 0)
    .where('team.deleted', '=', 0)
    .where('team.removed_at', 'is', null)
}

/** Channels of teams that are not archived, which people and the bot can write to as far as Teams has reported. */
export function unarchived(db: Kysely<Tables>) {
  return known(db).where('team.archived', '=', 0)
}

/** Channels that can be posted to: no refusal since the last event that shows access. */
export function writable(db: Kysely<Tables>) {
  return unarchived(db).where(({ eb, or, ref }) =>
    or([eb('channel.refused_at', 'is', null), eb('channel.refused_at', '<', ref('channel.heard_at'))]),
  )
}

type Access = Pick<Row, 'refused_at' | 'refused_why' | 'heard_at'>

/** Whether a channel is shut: on equal times the refusal wins, since it came after the event. */
export function shutOf({ refused_at, refused_why, heard_at }: Access): Shut | undefined {
  if (refused_at === null || refused_at < heard_at) return undefined
  return { since: refused_at, why: refused_why ?? 'blocked' }
}

/** By team and name, in the order of the indexes. */
export function inOrder(query: ReturnType<typeof known>) {
  return query.orderBy('team.name').orderBy('team.id').orderBy('channel.name').orderBy('channel.id')
}

export function channelOf(row: Row): Channel {
  const { direction, teamDirection, archived, refused_at, refused_why, heard_at, ...same } = row
  const shut = shutOf({ refused_at, refused_why, heard_at })
  return {
    ...same,
    ...(shut && { shut }),
    ...(direction !== null && { direction }),
    ...(teamDirection !== null && { teamDirection }),
    ...(archived === 1 && { archived: true }),
  }
}
