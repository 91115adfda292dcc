import { lockRow, open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { channelOf, inOrder, shutOf, unarchived, writable } from '../channel/row-store.ts'
import type { AnnouncingStore } from './usecases.ts'

export function announcingStore(tx: Tx): AnnouncingStore {
  const db = open(tx)
  return {
    async addAnnounced({ thing, id }, channels, at) {
      if (channels.length === 0) return
      const query = db.selectFrom('channel').select(['id', 'refused_at', 'refused_why', 'heard_at'])
      const found = await lockRow(tx, query.where('id', 'in', channels).orderBy('id')).execute()
      const rows = found.map(channel => {
        const shut = shutOf(channel)
        const outcome = shut
          ? ({ state: 'refused', why: shut.why } as const)
          : ({ state: 'waiting' } as const)
        return { thing, id, channel_id: channel.id, at, why: null, ...outcome }
      })
      if (rows.length === 0) return
      await db
        .insertInto('announced')
        .values(rows)
        .onConflict(on => on.doNothing())
        .execute()
    },

    async announced({ thing, id }, limit) {
      const rows = await writable(db)
        .innerJoin('announced', 'announced.channel_id', 'channel.id')
        .where('announced.thing', '=', thing)
        .where('announced.id', '=', id)
        .orderBy('team.name')
        .orderBy('channel.name')
        .limit(limit)
        .execute()
      return rows.map(channelOf)
    },

    async announcedOf(thing, ids) {
      if (ids.length === 0) return new Map()
      const rows = await writable(db)
        .innerJoin('announced', 'announced.channel_id', 'channel.id')
        .select('announced.id as what')
        .where('announced.thing', '=', thing)
        .where('announced.id', 'in', ids)
        .orderBy('team.name')
        .orderBy('channel.name')
        .execute()
      const byThing = Map.groupBy(rows, ({ what }) => what)
      return new Map([...byThing].map(([what, channels]) => [what, channels.map(({ id }) => id)]))
    },

    async boundThemselves(directions, limit) {
      const query = unarchived(db).where('channel.direction', 'in', directions)
      const rows = await inOrder(query).limit(limit).execute()
      return rows.map(channelOf)
    },

    async ofBoundTeams(directions, limit) {
      const ofTeams = unarchived(db).where('team.direction', 'in', directions)
      const rows = await inOrder(ofTeams.where('channel.direction', 'is', null))
        .limit(limit)
        .execute()
      return rows.map(channelOf)
    },
  }
}
