import type { Kysely, Selectable } from 'kysely'
import type { Tables } from '../../db/index.ts'
import type { Channel } from './domain.ts'

type Row = Pick<Selectable<Tables['channel']>, 'id' | 'name' | 'address' | 'direction'> &
  Pick<Selectable<Tables['team']>, 'archived'> & {
    readonly teamId: string
    readonly teamName: string
    readonly teamDirection: string | null
  }

/** Channels that are there, those of archived teams too, where the bot is in the team. */
export function known(db: Kysely<Tables>) {
  return db
    .selectFrom('channel')
    .innerJoin('team', 'team.id', 'channel.team_id')
    .select(['channel.id', 'team.id as teamId', 'team.name as teamName', 'channel.name', 'channel.address'])
    .select(['channel.direction', 'team.direction as teamDirection', 'team.archived'])
    .where('channel.deleted', '=', 0)
    .where('team.deleted', '=', 0)
    .where('team.removed_at', 'is', null)
}

/** Those that can be posted to. */
export function standing(db: Kysely<Tables>) {
  return known(db).where('team.archived', '=', 0)
}

/** By team and name, as the indexes have them. */
export function inOrder(query: ReturnType<typeof known>) {
  return query.orderBy('team.name').orderBy('team.id').orderBy('channel.name').orderBy('channel.id')
}

export function channelOf({ direction, teamDirection, archived, ...same }: Row): Channel {
  return {
    ...same,
    ...(direction !== null && { direction }),
    ...(teamDirection !== null && { teamDirection }),
    ...(archived === 1 && { archived: true }),
  }
}
